import {
  attemptOutcome,
  campaignSettings,
  campaignTrip,
  connectionPauseWhen,
  connectionTrip,
  type TripCode,
  tripCode,
  usualPauseWhen,
} from '@parley/campaigns'
import { z } from 'zod'
import { audit } from '../audit.ts'
import { inTenant, type Transaction } from '../in-tenant.ts'
import type { Db } from '../open-db.ts'

/** Campaigns that paused themselves just now, and why. */
export type Trip = { code: TripCode; campaignIds: string[] }
/** Why a campaign paused itself; its code has a sentence. */
export type PausedBecause = { code: TripCode; at: Date }

const ends = z.array(
  z.object({
    outcome: attemptOutcome,
    failureCode: z
      .string()
      .nullish()
      .transform((code) => code ?? undefined),
    talkMs: z
      .number()
      .nullish()
      .transform((ms) => ms ?? undefined),
  }),
)

/**
 * Looks at the last ended attempts of all campaigns that run through the connection of a campaign, then at its own, each since it was started or resumed;
 * pauses all of them, or the campaign, when there is too much trouble. To be asked when an attempt has ended in trouble.
 */
export function watchAttempts(db: Db, tenantId: string, campaignId: string): Promise<Trip | undefined> {
  return inTenant(db, tenantId, async (tx) => {
    const running = await tx.campaign.findMany({ where: { tenantId, status: 'running' }, select: { id: true, settings: true } })
    const campaigns = running.flatMap(({ id, settings }) => {
      const { data } = campaignSettings.safeParse(settings)
      return data ? [{ id, connectionId: data.connectionId, pauseWhen: data.pauseWhen ?? usualPauseWhen }] : []
    })
    const own = campaigns.find(({ id }) => id === campaignId)
    if (!own) return undefined
    // A campaign that does not mind failures does not mind those of its connection.
    const beside = campaigns.filter(({ connectionId, pauseWhen }) => connectionId === own.connectionId && pauseWhen.failed !== undefined)
    const ids = beside.map(({ id }) => id)
    // The connection is looked at last and judged first: it knows of every end its campaign is judged by.
    const ownEnds = await lastEnds(tx, tenantId, [own.id], own.pauseWhen.attempts)
    const shared = connectionTrip(await lastEnds(tx, tenantId, ids, connectionPauseWhen.attempts))
    if (shared) return pause(tx, tenantId, ids, shared)
    const code = campaignTrip(ownEnds, own.pauseWhen)
    return code && pause(tx, tenantId, [own.id], code)
  })
}

/** The campaigns that paused themselves and still wait for somebody to look, the newest first. */
export async function selfPausedCampaigns(db: Db, tenantId: string): Promise<{ id: string; name: string; pausedBecause: PausedBecause }[]> {
  const where = { tenantId, status: 'paused' as const, pausedCode: { not: null } }
  const rows = await inTenant(db, tenantId, (tx) => tx.campaign.findMany({ where, orderBy: { pausedAt: 'desc' }, take: 20 }))
  return rows.flatMap((row) => {
    const pausedBecause = pausedBecauseOf(row)
    return pausedBecause ? [{ id: row.id, name: row.name, pausedBecause }] : []
  })
}

/** Null for a campaign that somebody paused, or that is not paused. */
export function pausedBecauseOf(row: { status: string; pausedCode: string | null; pausedAt: Date | null }): PausedBecause | null {
  const code = z.enum(tripCode).safeParse(row.pausedCode).data
  return row.status === 'paused' && code && row.pausedAt ? { code, at: row.pausedAt } : null
}

async function pause(tx: Transaction, tenantId: string, ids: readonly string[], code: TripCode): Promise<Trip> {
  const data = { status: 'paused' as const, pausedCode: code, pausedAt: new Date() }
  const paused = await tx.campaign.updateManyAndReturn({
    where: { tenantId, id: { in: [...ids] }, status: 'running' },
    data,
    select: { id: true },
  })
  for (const { id } of paused) await audit(tx, tenantId, { action: 'campaign.paused', subject: id, detail: { code } })
  return { code, campaignIds: paused.map(({ id }) => id) }
}

/** The newest first. */
async function lastEnds(tx: Transaction, tenantId: string, campaignIds: readonly string[], most: number) {
  return ends.parse(
    await tx.$queryRaw`
      SELECT e.outcome, e."failureCode", e."talkMs" FROM "Campaign" c CROSS JOIN LATERAL (
        SELECT a.outcome, a."failureCode", a."endedAt", CASE WHEN k."answeredAt" IS NOT NULL THEN k."durationMs" END AS "talkMs"
        FROM "Attempt" a LEFT JOIN "Call" k ON k."tenantId" = a."tenantId" AND k.id = a."callId"
        WHERE a."tenantId" = c."tenantId" AND a."campaignId" = c.id AND a."endedAt" > coalesce(c."watchedFrom", '-infinity')
        ORDER BY a."endedAt" DESC LIMIT ${most}
      ) e WHERE c."tenantId" = ${tenantId}::uuid AND c.id = ANY (${campaignIds}::uuid[]) ORDER BY e."endedAt" DESC LIMIT ${most}`,
  )
}
