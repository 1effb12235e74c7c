import { expect, test } from 'vitest'
import { createLevelDetector } from './level-detector.ts'

const constant = (level: number) => [level, level, level, level]

test('a voice over a quiet and over a noisy line, but not the noise itself', () => {
  const detector = createLevelDetector()
  const of = (level: number, windows: number) => Array.from({ length: windows }, () => detector.detect(constant(level)))
  expect(of(20, 50)).not.toContain(1)
  expect(of(2_000, 10)).not.toContain(0)
  of(400, 400)
  expect(of(400, 50)).not.toContain(1)
  expect(of(3_000, 5)).not.toContain(0)
  expect(of(400, 5)).not.toContain(1)
})
