import { expect, test } from 'vitest'
import { PADDING_MS } from './faint-noise.ts'
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

/** A listener that understands nothing shorter than this, and what it tells: how long it heard for its words, 0 without any. */
async function hear(leastMs: number, parts: readonly Int16Array[]) {
  const told: number[] = []
  const listener = createListener({
    decode: async ({ length }) => {
      const endMs = (length * 1_000) / RECOGNITION_RATE - 2 * PADDING_MS
      const words = endMs < leastMs ? [] : [{ word: 'words', startMs: PADDING_MS, endMs: PADDING_MS + endMs, confidence: 0.9 }]
      return { words, confidence: 0.9 }
    },
    endpointingMs: null,
    interim: false,
    onSpeechStarted: () => undefined,
    onInterim: () => undefined,
    onFinal: ({ words, startMs, endMs }) => told.push(words.length > 0 ? endMs - startMs : 0),
    onFailure: (error) => {
      throw error
    },
  })
  for (const part of parts) {
    listener.push(part)
    if (part.some((sample) => sample !== 0)) void listener.finalize()
  }
  await listener.settled()
  return told
}

test('a sentence in whose middle an answer was asked for is understood as a whole, unless its parts are', async () => {
  const [first, pause, second] = [voice(700), silence(300), voice(800)]
  expect(await hear(1_500, [first, pause, second])).toEqual([0, 1_800])
  expect(await hear(300, [first, pause, second])).toEqual([700, 980])
  expect(await hear(1_500, [first, silence(1_300), second])).toEqual([0, 0])
})
