import type { JournalEntry } from '@parley/flow-runtime'
import { failureCodeOf } from './failure-code.ts'

/** A journal line before it has its place in the order. */
export type JournalLine = JournalEntry extends infer E ? (E extends JournalEntry ? Omit<E, 'seq'> : never) : never

export type Journal = {
  /** Keeps the line and returns at once with its `seq`; the database follows behind. */
  append(line: JournalLine): number
  /** Resolves true when everything appended so far is stored, false when that took longer than `withinMs`. */
  flushed(withinMs: number): Promise<boolean>
}

export type JournalWriter = Journal & {
  /** Position that is surely in the database. */
  lastWrittenSeq(): number
  /** Stops all timers; lines not stored yet are dropped. Call `flushed` first. */
  close(): void
}

export type JournalWriterOptions = {
  write: (entries: JournalEntry[]) => Promise<void>
  /** Position of the last line already stored (a call that is continued). */
  afterSeq?: number
  flushMs?: number
  batchSize?: number
  /** First and longest pause between two tries, milliseconds. */
  backOffMs?: { first: number; longest: number }
  /** Lines kept while the database is away; beyond it the oldest unstored lines are given up. */
  capacity?: number
  /** Told once when storing fails, once when it works again, and once when lines are given up. */
  onTrouble?: (trouble: JournalTrouble) => void
}

/** JOURNAL_FORKED: another process writes this call's journal; nothing is written any more and the call must be left to it. */
export type JournalTrouble = {
  code: 'JOURNAL_UNREACHABLE' | 'JOURNAL_BACK' | 'JOURNAL_OVERFLOW' | 'JOURNAL_FORKED'
  waiting: number
  error?: unknown
}

/** Writes a call's journal behind the turn: ordered, in batches, tried again until it works or the call is over. */
export function createJournalWriter(options: JournalWriterOptions): JournalWriter {
  const { write, flushMs = 20, batchSize = 100, backOffMs = { first: 100, longest: 2_000 }, capacity = 20_000, onTrouble } = options
  let seq = options.afterSeq ?? 0
  let written = seq
  let waiting: JournalEntry[] = []
  let writing = false
  let closed = false
  let failures = 0
  let overflowing = false
  let timer: NodeJS.Timeout | undefined
  let waiters: { seq: number; done: (stored: boolean) => void }[] = []

  const schedule = (ms: number) => {
    if (!closed && !writing && !timer) timer = setTimeout(() => void drain(), ms)
  }

  const settle = () => {
    const ready = waiters.filter((waiter) => waiter.seq <= written)
    waiters = waiters.filter((waiter) => waiter.seq > written)
    for (const waiter of ready) waiter.done(true)
  }

  const close = () => {
    closed = true
    clearTimeout(timer)
    timer = undefined
    for (const waiter of waiters) waiter.done(false)
    waiters = []
  }

  const failed = (error: unknown) => {
    failures += 1
    if (failureCodeOf(error, '') === 'JOURNAL_FORKED') {
      close()
      return onTrouble?.({ code: 'JOURNAL_FORKED', waiting: waiting.length, error })
    }
    if (failures === 1) onTrouble?.({ code: 'JOURNAL_UNREACHABLE', waiting: waiting.length, error })
  }

  const stored = (batch: JournalEntry[]) => {
    const last = batch.at(-1)?.seq ?? written
    waiting = waiting.filter((entry) => entry.seq > last)
    written = last
    if (failures > 0) onTrouble?.({ code: 'JOURNAL_BACK', waiting: waiting.length })
    failures = 0
    settle()
  }

  const drain = async () => {
    timer = undefined
    if (closed || writing || waiting.length === 0) return
    writing = true
    const batch = waiting.slice(0, batchSize)
    try {
      await write(batch)
      stored(batch)
    } catch (error) {
      failed(error)
    }
    writing = false
    if (waiting.length > 0) schedule(failures > 0 ? Math.min(backOffMs.longest, backOffMs.first * 2 ** (failures - 1)) : 0)
  }

  return {
    append: (line) => {
      seq += 1
      waiting.push({ ...line, seq })
      if (waiting.length > capacity) {
        waiting.shift()
        if (!overflowing) onTrouble?.({ code: 'JOURNAL_OVERFLOW', waiting: waiting.length })
        overflowing = true
      }
      schedule(waiting.length >= batchSize ? 0 : flushMs)
      return seq
    },
    flushed: (withinMs) => {
      if (written >= seq) return Promise.resolve(true)
      if (closed) return Promise.resolve(false)
      if (timer && failures === 0) {
        clearTimeout(timer)
        void drain()
      }
      return new Promise((resolve) => {
        const waiter = { seq, done: resolve }
        const late = setTimeout(() => {
          waiters = waiters.filter((other) => other !== waiter)
          resolve(false)
        }, withinMs)
        waiter.done = (ok) => {
          clearTimeout(late)
          resolve(ok)
        }
        waiters.push(waiter)
      })
    },
    lastWrittenSeq: () => written,
    close,
  }
}
