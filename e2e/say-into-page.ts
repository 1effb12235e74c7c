import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { callerRate, speak, writeWav } from '@parley/testing'
import type { Page } from '@playwright/test'
import { stackVariable } from './stack.ts'

const microphone = `(() => {
  const context = new AudioContext()
  const line = context.createMediaStreamDestination()
  navigator.mediaDevices.getUserMedia = async () => line.stream
  globalThis.sayIntoPage = async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
    const sound = context.createBufferSource()
    sound.buffer = await context.decodeAudioData(bytes.buffer)
    sound.connect(line)
    sound.start()
    await new Promise((resolve) => { sound.onended = resolve })
  }
})()`

/** Gives the pages opened from now on a microphone that hears what `say` is told, when it is told. */
export async function sayIntoPage(page: Page): Promise<{ say(text: string): Promise<void> }> {
  await page.addInitScript(microphone)
  const folder = await mkdtemp(join(tmpdir(), 'parley-said-'))
  return {
    async say(text) {
      const file = join(folder, 'said.wav')
      await writeWav(file, { sampleRate: callerRate, channels: 1, samples: await speak(await stackVariable('SPEECH_SERVER_URL'), text) })
      const sound = (await readFile(file)).toString('base64')
      await page.evaluate(`sayIntoPage(${JSON.stringify(sound)})`)
    },
  }
}
