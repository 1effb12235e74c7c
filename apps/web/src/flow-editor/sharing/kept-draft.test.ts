import { apply } from '@parley/flow-runtime'
import { templates } from '@parley/flow-runtime/templates'
import { expect, test } from 'vitest'
import { forgetDraft, keepDraft } from './kept-draft.ts'
import { readKeptDraft } from './read-kept-draft.ts'

function memoryStorage(room = Number.POSITIVE_INFINITY): Storage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    clear: () => items.clear(),
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    removeItem: (key) => void items.delete(key),
    setItem(key, value) {
      if (value.length > room) throw new Error('QuotaExceededError')
      items.set(key, value)
    },
  }
}

const base = templates.appointment
const document = apply(base, { type: 'rename', name: 'Unsaved' })

test('what is kept comes back, of its own flow and until it is forgotten', () => {
  const storage = memoryStorage()
  keepDraft('a', { base, document, at: 5 }, storage)
  expect(readKeptDraft('a', storage)).toEqual({ base, document, at: 5 })
  expect(readKeptDraft('b', storage)).toBeUndefined()
  forgetDraft('a', storage)
  expect(readKeptDraft('a', storage)).toBeUndefined()
})

test('what cannot be kept or read is not offered', () => {
  const full = memoryStorage(10)
  keepDraft('a', { base, document, at: 5 }, full)
  expect(readKeptDraft('a', full)).toBeUndefined()
  const broken = memoryStorage()
  broken.setItem('parley-unsaved-a', '{"base":1')
  expect(readKeptDraft('a', broken)).toBeUndefined()
})
