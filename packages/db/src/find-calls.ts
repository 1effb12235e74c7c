import type { CallOutcome } from '@parley/flow-runtime'
import { type CallFilters, callsWhere } from './call-filters.ts'
import { Prisma } from './generated/client.ts'
import type { CallChannel, CallStatus } from './generated/enums.ts'
import { inTenant } from './in-tenant.ts'
import type { LineDirection } from './lines.ts'
import type { Db } from './open-db.ts'

export type ListedCall = {
  id: string
  flowId: string
  flowName: string
  flowVersionId: string
  /** Null: a test call of a draft. */
  flowVersionNumber: number | null
  channel: CallChannel
  status: CallStatus
  outcome: CallOutcome | null
  failureCode: string | null
  startedAt: Date
  answeredAt: Date | null
  endedAt: Date | null
  durationMs: number
  turns: number
  hasRecording: boolean
  /** Who called whom by telephone; null for calls that have no carrier's line. */
  direction: LineDirection | null
}

export type CallOrder = { by: 'startedAt' | 'durationMs'; isDescending: boolean }
/** Where a page begins: after the call before it, which costs the same anywhere; or after so many calls, for a jump into the middle. */
export type CallPlace = { after: Pick<ListedCall, 'id' | 'startedAt' | 'durationMs'> } | { skip: number }

const mostRows = 500

/** One page of calls in their order, those of the same instant or length by id. */
export function findCalls(
  db: Db,
  tenantId: string,
  { filters = {}, order, place = { skip: 0 }, limit }: { filters?: CallFilters; order: CallOrder; place?: CallPlace; limit: number },
): Promise<ListedCall[]> {
  const key = Prisma.raw(`c."${order.by}"`)
  const direction = Prisma.raw(order.isDescending ? 'DESC' : 'ASC')
  const beyond =
    'after' in place
      ? Prisma.sql`AND (${key}, c.id) ${Prisma.raw(order.isDescending ? '<' : '>')} (${place.after[order.by]}, ${place.after.id}::uuid)`
      : Prisma.empty
  return inTenant(
    db,
    tenantId,
    (tx) => tx.$queryRaw<ListedCall[]>`
      WITH page AS (
        SELECT c.id FROM "Call" c WHERE ${callsWhere(tenantId, filters)} ${beyond}
        ORDER BY ${key} ${direction}, c.id ${direction}
        OFFSET ${'skip' in place ? place.skip : 0} LIMIT ${Math.min(limit, mostRows)}
      )
      SELECT c.id, c."flowId", f.name AS "flowName", c."flowVersionId", v.number AS "flowVersionNumber", c.channel::text AS channel,
        c.status::text AS status, c.outcome::text AS outcome, c."failureCode", c."startedAt", c."answeredAt", c."endedAt", c."durationMs", c.turns,
        EXISTS (SELECT 1 FROM "Recording" r WHERE r."tenantId" = c."tenantId" AND r."callId" = c.id) AS "hasRecording",
        (SELECT l.direction FROM "Line" l WHERE l."tenantId" = c."tenantId" AND l."callId" = c.id) AS direction
      FROM page JOIN "Call" c ON c."tenantId" = ${tenantId}::uuid AND c.id = page.id
      JOIN "Flow" f ON f."tenantId" = c."tenantId" AND f.id = c."flowId"
      JOIN "FlowVersion" v ON v."tenantId" = c."tenantId" AND v.id = c."flowVersionId"
      ORDER BY ${key} ${direction}, c.id ${direction}`,
  )
}

/** How many calls there are of a kind. */
export async function countCalls(db: Db, tenantId: string, filters: CallFilters = {}): Promise<number> {
  const rows = await inTenant(
    db,
    tenantId,
    (tx) => tx.$queryRaw<{ calls: number }[]>`SELECT count(*)::int AS calls FROM "Call" c WHERE ${callsWhere(tenantId, filters)}`,
  )
  return rows[0]?.calls ?? 0
}
