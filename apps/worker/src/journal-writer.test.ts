import { setTimeout as sleep } from 'node:timers/promises'
import type { JournalEntry } from '@parley/flow-runtime'
import { expect, test } from 'vitest'
import { createJournalWriter, type JournalTrouble } from './journal-writer.ts'

const note = (code: string) => ({ kind: 'note', at: 1, code }) as const

function createStore() {
  const rows: JournalEntry[] = []
  const batches: number[] = []
  const store = { rows, batches, down: false, slowMs: 0 }
  const write = async (entries: JournalEntry[]) => {
    await sleep(store.slowMs)
    if (store.down) throw new Error('database is away')
    batches.push(entries.length)
    rows.push(...entries)
  }
  return { store, write }
}

test('lines are stored in their order and in batches, behind the one who writes', async () => {
  const { store, write } = createStore()
  store.slowMs = 15
  const writer = createJournalWriter({ write, afterSeq: 7, flushMs: 5, batchSize: 30 })
  for (let i = 0; i < 100; i += 1) expect(writer.append(note(`n${i}`))).toBe(8 + i)
  expect(writer.lastWrittenSeq()).toBe(7)
  expect(await writer.flushed(2_000)).toBe(true)
  expect(writer.lastWrittenSeq()).toBe(107)
  expect(store.rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, i) => 8 + i))
  expect(store.batches).toEqual([30, 30, 30, 10])
  writer.close()
})

test('a database that goes away and comes back costs nothing but time; both are told once', async () => {
  const { store, write } = createStore()
  const troubles: JournalTrouble['code'][] = []
  const writer = createJournalWriter({
    write,
    flushMs: 1,
    backOffMs: { first: 2, longest: 8 },
    onTrouble: ({ code }) => troubles.push(code),
  })
  store.down = true
  for (let i = 0; i < 10; i += 1) writer.append(note(`n${i}`))
  expect(await writer.flushed(50)).toBe(false)
  store.down = false
  writer.append(note('later'))
  expect(await writer.flushed(1_000)).toBe(true)
  expect(store.rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  expect(troubles).toEqual(['JOURNAL_UNREACHABLE', 'JOURNAL_BACK'])
  writer.close()
})

test('a database that stays away takes bounded memory and holds nobody after the end', async () => {
  const { store, write } = createStore()
  store.down = true
  const troubles: JournalTrouble[] = []
  const writer = createJournalWriter({ write, flushMs: 1, capacity: 50, onTrouble: (trouble) => troubles.push(trouble) })
  for (let i = 0; i < 500; i += 1) writer.append(note(`n${i}`))
  const waiting = writer.flushed(60_000)
  writer.close()
  expect(await waiting).toBe(false)
  expect(troubles.filter(({ code }) => code === 'JOURNAL_OVERFLOW')).toHaveLength(1)
  expect(Math.max(...troubles.map((trouble) => trouble.waiting))).toBeLessThanOrEqual(50)
})

test('a journal that somebody else writes too is left to them', async () => {
  let writes = 0
  const troubles: JournalTrouble['code'][] = []
  const writer = createJournalWriter({
    write: () => {
      writes += 1
      return Promise.reject(Object.assign(new Error('forked'), { code: 'JOURNAL_FORKED' }))
    },
    flushMs: 1,
    backOffMs: { first: 1, longest: 1 },
    onTrouble: ({ code }) => troubles.push(code),
  })
  writer.append(note('mine'))
  expect(await writer.flushed(1_000)).toBe(false)
  writer.append(note('mine too'))
  await sleep(20)
  expect(writes).toBe(1)
  expect(troubles).toEqual(['JOURNAL_FORKED'])
})
