import type { JournalEntry } from '@parley/flow-runtime'
import { DbError } from './db-error.ts'
import { inTenant, type Transaction } from './in-tenant.ts'
import { keepRecords } from './keep-records.ts'
import { notifyCall } from './notify-call.ts'
import type { Db } from './open-db.ts'
import { saveTurns } from './save-turns.ts'

/**
 * Appends entries in their order, the timings among them as rows of `Turn`, what was said for good (`keepRecords`) and where the call is by now; entries already
 * stored are skipped, so a batch can be sent again. Listeners of
 * `watchCalls` hear of it at commit. Throws JOURNAL_FORKED when a stored entry says something else under the same
 * `seq`: two processes conducted one call, and the one that gets this must stop.
 */
export async function appendJournal(db: Db, tenantId: string, callId: string, entries: readonly JournalEntry[]): Promise<void> {
  const last = entries.at(-1)
  if (!last) return
  const rows = entries.map((entry) => ({
    tenantId,
    callId,
    seq: entry.seq,
    at: new Date(entry.at),
    payload: db.cipher.encrypt(JSON.stringify(entry), place(tenantId, callId, entry.seq)),
  }))
  await inTenant(db, tenantId, async (tx) => {
    const { count } = await tx.callEvent.createMany({ data: rows, skipDuplicates: true })
    if (count < rows.length) await refuseFork(db, tx, tenantId, callId, entries)
    if (count > 0) await saveTurns(tx, tenantId, callId, entries)
    if (count > 0) await keepRecords(db, tx, tenantId, callId, entries)
    if (count > 0) await savePlace(tx, tenantId, callId, entries)
    if (count > 0) await notifyCall(tx, callId, last.seq)
  })
}

/** The entries after `afterSeq` in order. Throws ENCRYPTION_KEY_WRONG when another key wrote them. */
export const readJournal = (
  db: Db,
  tenantId: string,
  callId: string,
  { afterSeq = 0 }: { afterSeq?: number } = {},
): Promise<JournalEntry[]> => inTenant(db, tenantId, (tx) => journalOf(db, tx, tenantId, callId, afterSeq))

/** The same within a transaction. */
export async function journalOf(db: Db, tx: Transaction, tenantId: string, callId: string, afterSeq = 0): Promise<JournalEntry[]> {
  const rows = await tx.callEvent.findMany({
    where: { tenantId, callId, seq: { gt: afterSeq } },
    select: { seq: true, payload: true },
    orderBy: { seq: 'asc' },
  })
  return rows.map((row) => parseEntry(db, tenantId, { callId, ...row }))
}

/** One stored entry. Throws ENCRYPTION_KEY_WRONG when another key wrote it. */
export const parseEntry = (db: Db, tenantId: string, row: { callId: string; seq: number; payload: Uint8Array }): JournalEntry =>
  parse(db.cipher.decrypt(row.payload, place(tenantId, row.callId, row.seq)))

const place = (tenantId: string, callId: string, seq: number) => [tenantId, 'CallEvent', callId, seq]

/** Written by `appendJournal` only and authenticated by the cipher, so it is what was typed when it was written. */
function parse(text: string): JournalEntry {
  const entry: JournalEntry = JSON.parse(text)
  return entry
}

/** Where the last of these steps left the call. */
async function savePlace(tx: Transaction, tenantId: string, callId: string, entries: readonly JournalEntry[]) {
  const nodeId = entries.findLast((entry) => entry.kind === 'step')?.state.at
  if (nodeId) await tx.call.updateMany({ where: { tenantId, id: callId }, data: { nodeId } })
}

async function refuseFork(db: Db, tx: Transaction, tenantId: string, callId: string, entries: readonly JournalEntry[]) {
  const stored = await tx.callEvent.findMany({ where: { tenantId, callId, seq: { in: entries.map((entry) => entry.seq) } } })
  const texts = new Map(stored.map((row) => [row.seq, row.payload]))
  for (const entry of entries) {
    const payload = texts.get(entry.seq)
    if (!payload || db.cipher.decrypt(payload, place(tenantId, callId, entry.seq)) !== JSON.stringify(entry)) {
      throw new DbError('JOURNAL_FORKED', `Journal entry ${entry.seq} of call ${callId} was written differently by another process.`)
    }
  }
}
