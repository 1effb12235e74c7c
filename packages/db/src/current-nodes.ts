import { inTenant } from './in-tenant.ts'
import { parseEntry } from './journal.ts'
import type { Db } from './open-db.ts'

/** A step is among the newest entries of a call, as news and timings between two steps are few. */
const lookedThrough = 24

/** The node each of these calls stands on (whole id), by call; of one that has not begun there is none. */
export async function currentNodes(db: Db, tenantId: string, callIds: readonly string[]): Promise<Map<string, string>> {
  if (callIds.length === 0) return new Map()
  const rows = await inTenant(
    db,
    tenantId,
    (tx) => tx.$queryRaw<{ callId: string; seq: number; payload: Uint8Array }[]>`
      SELECT e."callId", e.seq, e.payload FROM unnest(${[...callIds]}::uuid[]) AS wanted(id)
      CROSS JOIN LATERAL (
        SELECT "callId", seq, payload FROM "CallEvent"
        WHERE "tenantId" = ${tenantId}::uuid AND "callId" = wanted.id ORDER BY seq DESC LIMIT ${lookedThrough}
      ) e ORDER BY e."callId", e.seq DESC`,
  )
  const nodes = new Map<string, string>()
  for (const row of rows) {
    if (nodes.has(row.callId)) continue
    const entry = parseEntry(db, tenantId, row)
    if (entry.kind === 'step') nodes.set(row.callId, entry.state.at)
  }
  return nodes
}
