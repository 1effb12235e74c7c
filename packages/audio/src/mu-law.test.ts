import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeMuLaw, encodeMuLaw } from './mu-law.ts'

test('every byte survives, and every sample within the steps of the code', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  // Minus zero (0x7f) and zero (0xff) are the same sound.
  expect([...encodeMuLaw(decodeMuLaw(bytes))]).toEqual([...bytes].map((byte) => (byte === 0x7f ? 0xff : byte)))
  fc.assert(
    fc.property(fc.integer({ min: -32_768, max: 32_767 }), (sample) => {
      const [heard = Number.NaN] = decodeMuLaw(encodeMuLaw(Int16Array.of(sample)))
      const clipped = Math.max(-32_635, Math.min(32_635, sample))
      expect(Math.abs(heard - clipped)).toBeLessThanOrEqual(8 + Math.abs(clipped) / 16)
    }),
  )
})

// ITU-T G.711, table 2a: the decision values at both ends and around zero.
test.each([
  [0, 0xff],
  [32_767, 0x80],
  [-32_768, 0x00],
  [1_000, 0xce],
  [-1_000, 0x4e],
])('%d is %d', (sample, byte) => {
  expect(encodeMuLaw(Int16Array.of(sample))[0]).toBe(byte)
})
