import type { CallOutcome, JournalEntry } from '@parley/flow-runtime'
import { Prisma } from './generated/client.ts'
import { inTenant, type Transaction } from './in-tenant.ts'
import type { Db } from './open-db.ts'
import { passagesOf } from './passages-of.ts'

/** How many calls came to a node (`outcome` is empty) or left it by an outcome, how many ended there, and how many of these were lost. */
export type NodeTraffic = { nodeId: string; outcome: string; calls: number; ended: number; lost: number }

const good: ReadonlySet<CallOutcome> = new Set(['completed', 'transferred'])

/** Adds a call that has just ended to the counts of its version and hour; one that tried a draft counts nowhere. Rows in the order of their key, so that two calls never wait for each other. */
export async function addTraffic(
  tx: Transaction,
  tenantId: string,
  callId: string,
  { outcome, entries }: { outcome: CallOutcome; entries: readonly JournalEntry[] },
): Promise<void> {
  const passages = passagesOf(entries)
  if (passages.length === 0) return
  const isLost = !good.has(outcome)
  const rows = passages
    .sort((a, b) => compare(a.nodeId, b.nodeId) || compare(a.outcome, b.outcome))
    .map(
      ({ nodeId, outcome: by, ended }) =>
        Prisma.sql`(${nodeId}::text, ${by}::text, ${Number(ended)}::int, ${Number(ended && isLost)}::int)`,
    )
  await tx.$executeRaw`
    INSERT INTO "NodeTraffic" ("tenantId", "flowId", "flowVersionId", hour, "nodeId", outcome, calls, ended, lost)
    SELECT c."tenantId", c."flowId", c."flowVersionId", date_trunc('hour', c."endedAt", 'UTC'), p."nodeId", p.outcome, 1, p.ended, p.lost
    FROM "Call" c JOIN "FlowVersion" v ON v."tenantId" = c."tenantId" AND v.id = c."flowVersionId" AND v.number IS NOT NULL
    CROSS JOIN (VALUES ${Prisma.join(rows)}) AS p("nodeId", outcome, ended, lost)
    WHERE c."tenantId" = ${tenantId}::uuid AND c.id = ${callId}::uuid
    ON CONFLICT ("flowVersionId", hour, "nodeId", outcome) DO UPDATE SET
      calls = "NodeTraffic".calls + 1, ended = "NodeTraffic".ended + excluded.ended, lost = "NodeTraffic".lost + excluded.lost`
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Counts of a flow since the hour of `since`, of one of its versions or of all; nodes by their whole ids. */
export function nodeTraffic(
  db: Db,
  tenantId: string,
  { flowId, versionId, since }: { flowId: string; versionId?: string; since: Date },
): Promise<NodeTraffic[]> {
  const ofVersion = versionId === undefined ? Prisma.empty : Prisma.sql`AND "flowVersionId" = ${versionId}::uuid`
  return inTenant(
    db,
    tenantId,
    (tx) => tx.$queryRaw<NodeTraffic[]>`
      SELECT "nodeId", outcome, sum(calls)::int AS calls, sum(ended)::int AS ended, sum(lost)::int AS lost
      FROM "NodeTraffic"
      WHERE "tenantId" = ${tenantId}::uuid AND "flowId" = ${flowId}::uuid AND hour >= date_trunc('hour', ${since}::timestamptz, 'UTC') ${ofVersion}
      GROUP BY "nodeId", outcome ORDER BY "nodeId", outcome`,
  )
}
