import { expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from './new-id.ts'

test('ids are version 7, carry their time and differ', () => {
  const ids = Array.from({ length: 100 }, () => newId(1_800_000_000_000))
  for (const id of ids) expect(z.uuidv7().safeParse(id).success).toBe(true)
  expect(new Set(ids).size).toBe(100)
  expect(Number.parseInt(newId(1_800_000_000_000).replaceAll('-', '').slice(0, 12), 16)).toBe(1_800_000_000_000)
})
