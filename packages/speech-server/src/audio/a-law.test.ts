import { expect, it } from 'vitest'
import { decodeALaw, encodeALaw } from './a-law.ts'

// ITU-T G.711, table 1a: the decision values at both ends and around zero.
it('encodes A-law as G.711 does, and every sample survives within the steps of the code', () => {
  expect([...encodeALaw(Int16Array.of(0, 32_767, -32_768, 1000))]).toEqual([0xd5, 0xaa, 0x2a, 0xfa])
  const samples = Int16Array.from({ length: 6400 }, (_, index) => (index - 3200) * 10)
  decodeALaw(encodeALaw(samples)).forEach((sample, index) => {
    const original = samples[index] ?? 0
    expect(Math.abs(sample - original)).toBeLessThanOrEqual(16 + Math.abs(original) / 32)
  })
})
