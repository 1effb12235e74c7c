import { describe, expect, it } from 'vitest'
import { decodeALaw, decodeMuLaw, encodeALaw, encodeMuLaw } from './g711.ts'
import { createResampler, joinSamples, resample } from './resampler.ts'

const tone = (hz: number, rate: number, seconds = 0.5) =>
  Int16Array.from({ length: rate * seconds }, (_, index) => Math.round(10_000 * Math.sin((2 * Math.PI * hz * index) / rate)))
/** Energy of one frequency as a part of all energy, edges left out. */
function purity(samples: Int16Array, hz: number, rate: number): number {
  const middle = samples.subarray(samples.length * 0.2, samples.length * 0.8)
  let sine = 0
  let cosine = 0
  let energy = 0
  middle.forEach((sample, index) => {
    sine += sample * Math.sin((2 * Math.PI * hz * index) / rate)
    cosine += sample * Math.cos((2 * Math.PI * hz * index) / rate)
    energy += sample * sample
  })
  return (2 * (sine ** 2 + cosine ** 2)) / middle.length / energy
}
const level = (samples: Int16Array) => Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)

describe('resampling', () => {
  it.each([8000, 16_000, 24_000, 48_000])('keeps a tone at its frequency and loudness from 22,050 to %i', (rate) => {
    const out = resample(tone(1000, 22_050), 22_050, rate)
    expect(out.length).toBe(Math.ceil((11_025 * rate) / 22_050))
    expect(purity(out, 1000, rate)).toBeGreaterThan(0.99999)
    expect(level(out.subarray(500, -500)) / (10_000 / Math.SQRT2)).toBeCloseTo(1, 2)
  })

  it('removes what the lower rate cannot hold instead of folding it down', () => {
    expect(level(resample(tone(6000, 22_050), 22_050, 8000).subarray(200, -200))).toBeLessThan(10)
  })

  it('gives the same samples however the input is cut', () => {
    const input = tone(440, 22_050, 0.2)
    const resampler = createResampler(22_050, 16_000)
    const parts: Int16Array[] = []
    for (let at = 0; at < input.length; at += 333) parts.push(resampler.push(input.subarray(at, at + 333)))
    expect([...joinSamples([...parts, resampler.flush()])]).toEqual([...resample(input, 22_050, 16_000)])
  })
})

it('encodes µ-law and A-law as G.711 does', () => {
  expect([...encodeMuLaw(Int16Array.of(0, 32_767, -32_768, 1000))]).toEqual([0xff, 0x80, 0x00, 0xce])
  expect([...encodeALaw(Int16Array.of(0, 32_767, -32_768, 1000))]).toEqual([0xd5, 0xaa, 0x2a, 0xfa])
  const speech = tone(300, 8000)
  for (const decoded of [decodeMuLaw(encodeMuLaw(speech)), decodeALaw(encodeALaw(speech))]) {
    expect(level(decoded.map((sample, index) => sample - (speech[index] ?? 0))) / level(speech)).toBeLessThan(0.03)
  }
})
