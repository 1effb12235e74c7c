import { inTenant } from '../in-tenant.ts'
import type { Db } from '../open-db.ts'
import { type LeadContact, readContact } from './lead-contact.ts'

export type NextLead = { id: string; contact: LeadContact; zones: string[]; nextAt: Date; reason: string | null }
/** What a campaign does at an instant. */
export type CampaignPulse = {
  /** Attempts that have a line: they dial or speak. */
  onLine: number
  /** Attempts that wait for a line. */
  queued: number
  /** Waiting leads about which it is time to decide. */
  due: number
  /** Calls begun in each of the last minutes, the oldest first; the last one is the minute that runs. */
  pace: number[]
  /** The leads that are worth a decision next, the soonest first. */
  next: NextLead[]
}

const minuteMs = 60_000
const mostNext = 6

/** How a campaign goes at `now`: who is called, how fast in the last `minutes`, and who comes next. */
export function campaignPulse(
  db: Db,
  tenantId: string,
  campaignId: string,
  { now, minutes }: { now: Date; minutes: number },
): Promise<CampaignPulse> {
  const thisMinute = Math.floor(now.getTime() / minuteMs)
  const from = new Date((thisMinute - minutes + 1) * minuteMs)
  return inTenant(db, tenantId, async (tx) => {
    const onLine = await tx.lineSlot.count({ where: { tenantId, campaignId, attempt: { status: { not: 'ended' } } } })
    const queued = await tx.attempt.count({ where: { tenantId, campaignId, status: 'queued', line: { is: null } } })
    const waiting = { tenantId, campaignId, status: 'waiting' as const }
    const due = await tx.lead.count({ where: { ...waiting, nextAt: { lte: now } } })
    const begun = await tx.$queryRaw<{ minute: number; calls: number }[]>`
      SELECT floor(extract(epoch FROM a."dialledAt") / 60)::int AS minute, count(*)::int AS calls FROM "Attempt" a
      WHERE a."tenantId" = ${tenantId}::uuid AND a."campaignId" = ${campaignId}::uuid AND a."dialledAt" >= ${from}
      GROUP BY 1`
    const next = await tx.lead.findMany({
      where: { ...waiting, nextAt: { gt: now } },
      orderBy: { nextAt: 'asc' },
      take: mostNext,
      select: { id: true, contact: true, zones: true, nextAt: true, reason: true },
    })
    const byMinute = new Map(begun.map(({ minute, calls }) => [minute, calls]))
    return {
      onLine,
      queued,
      due,
      pace: Array.from({ length: minutes }, (_, index) => byMinute.get(thisMinute - minutes + 1 + index) ?? 0),
      next: next.map((lead) => ({ ...lead, contact: readContact(db, tenantId, lead.id, lead.contact) })),
    }
  })
}
