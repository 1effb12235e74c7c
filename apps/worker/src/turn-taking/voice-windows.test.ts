import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contactSampleRate } from '../speech/recogniser.ts'
import { voiceWindow } from './voice-detector.ts'
import { createVoiceWindows } from './voice-windows.ts'

test('frames of any size become the same windows, each with the instant of its last sample', () => {
  const frames = fc.array(fc.integer({ min: 0, max: 1_500 }), { maxLength: 20 })
  fc.assert(
    fc.property(frames, (lengths) => {
      const windows = createVoiceWindows()
      let next = 0
      const made = lengths.flatMap((length) => {
        const pcm = Int16Array.from({ length }, () => next++)
        return windows.add(pcm, (next * 1_000) / contactSampleRate)
      })
      expect(made).toHaveLength(Math.floor(next / voiceWindow))
      for (const [i, { pcm, at }] of made.entries()) {
        expect(pcm[0]).toBe(i * voiceWindow)
        expect(pcm.at(-1)).toBe((i + 1) * voiceWindow - 1)
        expect(at).toBeCloseTo(((i + 1) * voiceWindow * 1_000) / contactSampleRate, 6)
      }
    }),
  )
})
