import type { Logger } from 'pino'
import type { JournalWriter } from './journal-writer.ts'

export type LateJournals = {
  /** Takes over the journal of a call that is over, until it is stored. */
  keep(journal: JournalWriter, callId: string): void
  /** Resolves when all are stored or given up, after `withinMs` at the latest. */
  settled(withinMs: number): Promise<void>
}

/** So many at most, so that a database that stays away costs a bounded amount of memory; beyond it the oldest are given up. */
const mostKept = 500

/**
 * Journals whose call ended while the database was away: they are written once it is back, with what follows from them (a number that nobody may call
 * again). `keptMs`: how long each waits before it is given up. Only the end of the process loses them.
 */
export function createLateJournals(logger: Logger, keptMs = 30 * 60_000): LateJournals {
  const waiting = new Map<JournalWriter, Promise<void>>()

  async function write(journal: JournalWriter, callId: string): Promise<void> {
    const stored = await journal.flushed(keptMs)
    if (!stored)
      logger.error(
        { callId, code: 'JOURNAL_INCOMPLETE', lastWrittenSeq: journal.lastWrittenSeq() },
        'the end of the journal was not stored',
      )
    journal.close()
    waiting.delete(journal)
  }

  return {
    keep(journal, callId) {
      const [oldest] = waiting.keys()
      if (waiting.size >= mostKept) oldest?.close()
      waiting.set(journal, write(journal, callId))
    },
    async settled(withinMs) {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, withinMs)
      })
      await Promise.race([Promise.all(waiting.values()), late])
      clearTimeout(timer)
    },
  }
}
