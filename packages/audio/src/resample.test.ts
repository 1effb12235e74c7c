import { expect, test } from 'vitest'
import { createResampler } from './resample.ts'

const tone = (hertz: number, rate: number, ms: number) =>
  Int16Array.from({ length: (rate * ms) / 1_000 }, (_, i) => Math.round(8_000 * Math.sin((2 * Math.PI * hertz * i) / rate)))

/** Level of one frequency in a signal (Goertzel), relative to the amplitude it was made with. */
function levelOf(pcm: Int16Array, hertz: number, rate: number): number {
  let [real, imaginary] = [0, 0]
  pcm.forEach((sample, i) => {
    real += sample * Math.cos((2 * Math.PI * hertz * i) / rate)
    imaginary += sample * Math.sin((2 * Math.PI * hertz * i) / rate)
  })
  return (2 * Math.hypot(real, imaginary)) / pcm.length / 8_000
}

test.each([
  [8_000, 16_000],
  [24_000, 16_000],
  [24_000, 8_000],
])('from %d to %d in frames of any size: the tone stays, no seam between frames, no image of it', (from, to) => {
  const input = tone(1_000, from, 1_000)
  const resampler = createResampler(from, to)
  const output: number[] = []
  for (let at = 0, size = 1; at < input.length; at += size, size = (size * 7 + 3) % 331)
    output.push(...resampler.next(input.slice(at, at + Math.max(1, size))))
  const steady = Int16Array.from(output.slice(to / 10, -to / 10))
  expect(levelOf(steady, 1_000, to)).toBeGreaterThan(0.95)
  expect(levelOf(steady, 1_000, to)).toBeLessThan(1.05)
  const whole = createResampler(from, to).next(input)
  expect(Int16Array.from(output)).toEqual(whole.slice(0, output.length))
})
