import { expect, test } from 'vitest'
import { createListener } from './listener.ts'
import { RECOGNITION_RATE } from './pocketsphinx.ts'
import type { Hypothesis } from './segmentation.ts'

const samples = (ms: number, at: (n: number) => number) => Int16Array.from({ length: (RECOGNITION_RATE * ms) / 1_000 }, (_, n) => at(n))
const voice = (ms: number) => samples(ms, (n) => 8_000 * Math.sin((2 * Math.PI * 200 * n) / RECOGNITION_RATE))
const silence = (ms: number) => samples(ms, () => 0)

/** A listener whose decodes end only when they are aborted. */
function slow() {
  const decodes: AbortSignal[] = []
  const told: string[] = []
  const listener = createListener({
    decode: (_, signal) => {
      decodes.push(signal)
      return new Promise<Hypothesis>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    },
    endpointingMs: null,
    interim: true,
    onSpeechStarted: () => undefined,
    onInterim: () => told.push('interim'),
    onFinal: () => told.push('final'),
    onFailure: (error) => told.push(error instanceof Error ? error.name : 'unknown'),
  })
  return { listener, decodes, told, dropped: () => decodes.map(({ aborted }) => aborted) }
}

test('words that nobody waits for any more are not worked on: those asked for, and those of who goes on speaking', async () => {
  const { listener, told, dropped } = slow()
  listener.push(silence(300))
  listener.push(voice(400))
  const asked = listener.finalize()
  listener.push(voice(400))
  listener.push(silence(100))
  expect(dropped()).toEqual([false, false])
  listener.push(voice(100))
  expect(dropped()).toEqual([false, true])
  listener.push(silence(100))
  listener.close()
  expect(dropped()).toEqual([true, true, true])
  await asked
  expect(told).toEqual(['AbortError'])
})
