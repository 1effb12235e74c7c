import { expect, test } from 'vitest'
import { createResampler, resample } from './resample.ts'

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

test.each([8_000, 16_000, 24_000, 48_000])('a recording at 22,050 becomes one at %d of the same length, tone and loudness', (to) => {
  const input = tone(1_000, 22_050, 500)
  const whole = resample(input, 22_050, to)
  expect(whole.length).toBe(Math.ceil((input.length * to) / 22_050))
  const expected = tone(1_000, to, 500)
  const middle = Array.from({ length: to / 4 }, (_, i) => i + to / 8)
  expect(Math.max(...middle.map((i) => Math.abs((whole[i] ?? 0) - (expected[i] ?? 0))))).toBeLessThan(8)
  const resampler = createResampler(22_050, to, 'recording')
  const parts: number[] = []
  for (let at = 0; at < input.length; at += 333) parts.push(...resampler.next(input.slice(at, at + 333)))
  expect(Int16Array.from([...parts, ...resampler.flush()])).toEqual(whole)
})

test('what the lower rate cannot hold is removed, not folded down', () => {
  const folded = resample(tone(6_000, 22_050, 500), 22_050, 8_000).slice(200, -200)
  expect(Math.max(...folded.map(Math.abs))).toBeLessThan(8)
})
