import { expect, test, vi } from 'vitest'
import { mayRetire, type Standing, watchForRetirement } from './retirement.ts'

const standing = (residentMb: number, calls: number, othersFree: number): Standing => ({ residentMb, calls, othersFree })

test('a process that has not grown stays', () => {
  expect(mayRetire(standing(255, 0, 3), 256, 100)).toBe(false)
})

test('one that has grown goes between calls: at once beside others, alone only after a quiet while', () => {
  expect(mayRetire(standing(256, 0, 1), 256, 1)).toBe(true)
  expect(mayRetire(standing(256, 0, 0), 256, 2)).toBe(false)
  expect(mayRetire(standing(256, 0, 0), 256, 3)).toBe(true)
})

test('with calls it goes only when it is far over the limit and others take the next ones', () => {
  expect(mayRetire(standing(383, 2, 1), 256, 0)).toBe(false)
  expect(mayRetire(standing(384, 2, 1), 256, 0)).toBe(true)
  expect(mayRetire(standing(5_000, 2, 0), 256, 0)).toBe(false)
})

test('looks until it may go, whatever fails meanwhile, and goes once', async () => {
  const seen = [standing(300, 1, 0), undefined, standing(300, 0, 0), standing(300, 0, 0), standing(300, 1, 0), standing(300, 0, 1)]
  const onRetire = vi.fn()
  const look = vi.fn(async () => {
    const next = seen.shift()
    if (!next) throw new Error('the database is away')
    return next
  })
  watchForRetirement({ limitMb: 256, look, onRetire, everyMs: () => 1 })
  await expect.poll(() => onRetire.mock.calls).toEqual([[standing(300, 0, 1)]])
  expect(seen).toEqual([])
})

test('stops looking when told', async () => {
  const look = vi.fn(async () => standing(300, 0, 1))
  const onRetire = vi.fn()
  watchForRetirement({ limitMb: 256, look, onRetire, everyMs: () => 1 })()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect([look.mock.calls, onRetire.mock.calls]).toEqual([[], []])
})
