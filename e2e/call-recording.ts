import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { decodeSound, soundRate } from '@parley/recordings'
import { channelOf } from '@parley/testing'
import { expect, type Page } from '@playwright/test'

/** Both sides of the recording that the open call page plays, by its link alone: nobody is signed in where it is fetched. */
export async function recordingOf(page: Page) {
  const audio = page.getByTestId('recording')
  await expect(audio).toHaveAttribute('src', /signature=/)
  const address = await audio.getAttribute('src')
  const response = await fetch(new URL(address ?? '', page.url()))
  if (!response.ok) throw new Error(`The recording answered ${response.status}.`)
  const bytes = await buffer(decodeSound(Readable.from([Buffer.from(await response.arrayBuffer())])))
  const sound = { sampleRate: soundRate, channels: 2, samples: new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2) }
  return { contact: channelOf(sound, 0), agent: channelOf(sound, 1), sampleRate: soundRate }
}
