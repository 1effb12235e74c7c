import { Prisma } from './generated/client.ts'
import { inTenant } from './in-tenant.ts'
import { isOfVersion } from './is-of-version.ts'
import type { Db } from './open-db.ts'

/** Calls that began in a span; `slow`: those with an answer that took longer than the limit; `medianGapMs`: of the answers, null where there were none. */
export type SpanFigures = { calls: number; failed: number; booked: number; slow: number; talkSeconds: number; medianGapMs: number | null }

export type HomeFigures = {
  now: SpanFigures
  /** The same for as long a time before. */
  before: SpanFigures
  /** Why calls of the span failed, most first. */
  failures: { failureCode: string | null; calls: number }[]
}

/** What happened from `from` until before `until`, and in the span before it; test calls of drafts do not count. */
export function homeFigures(
  db: Db,
  tenantId: string,
  { from, until, slowMs }: { from: Date; until: Date; slowMs: number },
): Promise<HomeFigures> {
  const before = new Date(2 * Number(from) - Number(until))
  return inTenant(db, tenantId, async (tx) => {
    const of = async (start: Date, end: Date): Promise<SpanFigures> => {
      const inSpan = Prisma.sql`c."tenantId" = ${tenantId}::uuid AND c."startedAt" >= ${start} AND c."startedAt" < ${end}
        AND ${isOfVersion(Prisma.sql`c."flowVersionId"`)}`
      const [row] = await tx.$queryRaw<SpanFigures[]>`
        SELECT count(*)::int AS calls, count(*) FILTER (WHERE c.outcome = 'failed')::int AS failed,
          count(*) FILTER (WHERE EXISTS (SELECT 1 FROM "Appointment" a WHERE a."tenantId" = c."tenantId" AND a."callId" = c.id AND a.status = 'booked'))::int AS booked,
          count(*) FILTER (WHERE EXISTS (SELECT 1 FROM "Turn" t WHERE t."callId" = c.id AND t."gapMs" > ${slowMs}))::int AS slow,
          coalesce(sum(c."durationMs") / 1000.0, 0)::float8 AS "talkSeconds",
          (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY t."gapMs") FROM "Turn" t
            WHERE t."tenantId" = ${tenantId}::uuid AND t.at >= ${start} AND t.at < ${end} AND t."gapMs" IS NOT NULL
              AND ${isOfVersion(Prisma.sql`t."flowVersionId"`)}) AS "medianGapMs"
        FROM "Call" c WHERE ${inSpan}`
      return row ?? { calls: 0, failed: 0, booked: 0, slow: 0, talkSeconds: 0, medianGapMs: null }
    }
    const failures = await tx.$queryRaw<HomeFigures['failures']>`
      SELECT c."failureCode", count(*)::int AS calls FROM "Call" c
      WHERE c."tenantId" = ${tenantId}::uuid AND c."startedAt" >= ${from} AND c."startedAt" < ${until} AND c.outcome = 'failed'
        AND ${isOfVersion(Prisma.sql`c."flowVersionId"`)}
      GROUP BY c."failureCode" ORDER BY count(*) DESC, c."failureCode"`
    return { now: await of(from, until), before: await of(before, from), failures }
  })
}
