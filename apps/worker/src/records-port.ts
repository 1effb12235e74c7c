import type { CallRecord } from '@parley/flow-runtime'

/** Where tags, consents and wanted callbacks are kept. The same key is kept once. Rejects with a `code`. */
export type Records = (entry: CallRecord, idempotencyKey: string) => Promise<void>

/** Kept with the call: the journal's step holds the entry. */
export const recordsInJournal: Records = () => Promise.resolve()
