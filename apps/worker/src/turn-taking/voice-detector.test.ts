import { join } from 'node:path'
import { createResampler, decodeMuLaw, encodeMuLaw } from '@parley/audio'
import { readWav } from '@parley/testing'
import { expect, it } from 'vitest'
import { createVoiceDetector, levelsOf, type VoiceDetector, voiceWindow } from './voice-detector.ts'

const probabilities = async (detector: VoiceDetector, audio: Int16Array) => {
  const all: number[] = []
  for (let at = 0; at + voiceWindow <= audio.length; at += voiceWindow) {
    const window = audio.slice(at, at + voiceWindow)
    all.push(await detector.detect(window, levelsOf(window)))
  }
  return all
}

it('tells a spoken sentence from silence, window by window', async () => {
  const { samples, sampleRate } = await readWav(join(import.meta.dirname, '../../../../e2e/fixtures/book-appointment.wav'))
  expect(sampleRate).toBe(16_000)
  const detector = createVoiceDetector()
  const quiet = await probabilities(detector, new Int16Array(16_000))
  const spoken = await probabilities(detector, samples)
  const after = await probabilities(detector, new Int16Array(16_000))
  expect(Math.max(...quiet)).toBeLessThan(0.2)
  expect(spoken.filter((probability) => probability > 0.5).length / spoken.length).toBeGreaterThan(0.5)
  expect(Math.max(...after.slice(-10))).toBeLessThan(0.2)
})

it('hears the tenth sign of listening on a telephone line as well as the first, in silence and in noise', async () => {
  const { samples, sampleRate } = await readWav(join(import.meta.dirname, '../../../../e2e/fixtures/uh-huh-8k.wav'))
  for (const noise of [0, 100]) {
    const detector = createVoiceDetector()
    const upsample = createResampler(sampleRate, 16_000)
    const voiced: number[] = []
    for (let n = 0; n < 10; n += 1) {
      // A little more than a second and a half, so that the windows never cut it alike.
      const line = new Int16Array(1.5 * sampleRate + n * 37)
      line.set(samples, sampleRate / 2)
      const noisy = line.map((sample) => sample + (Math.random() * 2 - 1) * noise)
      voiced.push((await probabilities(detector, upsample.next(decodeMuLaw(encodeMuLaw(noisy))))).filter((each) => each > 0.5).length)
    }
    expect(Math.min(...voiced)).toBeGreaterThan(10)
  }
})
