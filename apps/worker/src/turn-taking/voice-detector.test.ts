import { join } from 'node:path'
import { readWav } from '@parley/testing'
import { expect, it } from 'vitest'
import { createVoiceDetector, levelsOf, voiceWindow } from './voice-detector.ts'

it('tells a spoken sentence from silence, window by window', async () => {
  const { samples, sampleRate } = await readWav(join(import.meta.dirname, '../../../../e2e/fixtures/book-appointment.wav'))
  expect(sampleRate).toBe(16_000)
  const detector = createVoiceDetector()
  const probabilities = async (audio: Int16Array) => {
    const all: number[] = []
    for (let at = 0; at + voiceWindow <= audio.length; at += voiceWindow) {
      const window = audio.slice(at, at + voiceWindow)
      all.push(await detector.detect(window, levelsOf(window)))
    }
    return all
  }
  const quiet = await probabilities(new Int16Array(16_000))
  const spoken = await probabilities(samples)
  const after = await probabilities(new Int16Array(16_000))
  expect(Math.max(...quiet)).toBeLessThan(0.2)
  expect(spoken.filter((probability) => probability > 0.5).length / spoken.length).toBeGreaterThan(0.5)
  expect(Math.max(...after.slice(-10))).toBeLessThan(0.2)
})
