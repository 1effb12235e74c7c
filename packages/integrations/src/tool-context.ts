import type { Db } from '@parley/db'

/** Whose tools these are. `timeZone` is the call's; `now` gives epoch milliseconds. */
export type ToolContext = { db: Db; tenantId: string; callId: string; timeZone: string; now: () => number }
