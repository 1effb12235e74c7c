import { inTenant } from '../in-tenant.ts'
import type { Db } from '../open-db.ts'

/** How far a campaign came. `answered`: leads of whom a person took a call; `talkSeconds`: of all its calls that were taken. */
export type CampaignFigures = {
  called: number
  answered: number
  talkSeconds: number
  /** Attempts by how they ended, most first; null: those under way. */
  outcomes: { outcome: string | null; attempts: number }[]
  /** Why attempts failed, most first. */
  failures: { failureCode: string | null; attempts: number }[]
}

type Reached = Pick<CampaignFigures, 'called' | 'answered' | 'talkSeconds'>

/** What became of the attempts of a campaign until now. */
export function campaignFigures(db: Db, tenantId: string, campaignId: string): Promise<CampaignFigures> {
  return inTenant(db, tenantId, async (tx) => {
    const [reached] = await tx.$queryRaw<Reached[]>`
      WITH lead AS (
        SELECT bool_or(c."answeredAt" IS NOT NULL AND a.outcome IS DISTINCT FROM 'machine') AS answered,
          sum(c."durationMs") FILTER (WHERE c."answeredAt" IS NOT NULL) AS talk
        FROM "Attempt" a LEFT JOIN "Call" c ON c."tenantId" = a."tenantId" AND c.id = a."callId"
        WHERE a."tenantId" = ${tenantId}::uuid AND a."campaignId" = ${campaignId}::uuid AND a."dialledAt" IS NOT NULL
        GROUP BY a."leadId"
      )
      SELECT count(*)::int AS called, count(*) FILTER (WHERE answered)::int AS answered, coalesce(sum(talk) / 1000.0, 0)::float8 AS "talkSeconds"
      FROM lead`
    const outcomes = await tx.attempt.groupBy({ by: ['outcome'], where: { tenantId, campaignId }, _count: true })
    const failures = await tx.attempt.groupBy({ by: ['failureCode'], where: { tenantId, campaignId, outcome: 'failed' }, _count: true })
    const most = (a: { attempts: number }, b: { attempts: number }) => b.attempts - a.attempts
    return {
      ...(reached ?? { called: 0, answered: 0, talkSeconds: 0 }),
      outcomes: outcomes.map(({ outcome, _count }) => ({ outcome, attempts: _count })).sort(most),
      failures: failures.map(({ failureCode, _count }) => ({ failureCode, attempts: _count })).sort(most),
    }
  })
}
