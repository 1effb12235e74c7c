import { expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from './new-id.ts'

const at = 1_900_000_000_000

test('ids are version 7, carry their time, and sort as they were made, also when a millisecond is full', () => {
  const ids = Array.from({ length: 10_000 }, () => newId(at))
  for (const id of ids) expect(z.uuidv7().safeParse(id).success).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
  expect([...ids].sort()).toEqual(ids)
  expect(Number.parseInt(ids[0]?.replaceAll('-', '').slice(0, 12) ?? '', 16)).toBe(at)
})

test('ids go on in order when the clock is set back', () => {
  const before = newId(at + 10)
  expect(newId(at) > before).toBe(true)
})
