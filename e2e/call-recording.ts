import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { channelOf, readWav } from '@parley/testing'
import type { Page } from '@playwright/test'

/** Both sides of a call's recording, as the signed-in page gets it. */
export async function recordingOf(page: Page, callId: string) {
  const response = await page.request.get(`/api/calls/${callId}/recording`.replace(/^/, new URL(page.url()).origin))
  if (!response.ok()) throw new Error(`The recording answered ${response.status()}.`)
  const file = join(await mkdtemp(join(tmpdir(), 'parley-recording-')), 'call.wav')
  await writeFile(file, await response.body())
  const wav = await readWav(file)
  return { contact: channelOf(wav, 0), agent: channelOf(wav, 1), sampleRate: wav.sampleRate }
}
