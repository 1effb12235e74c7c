import type { AttemptFacts, LeadFacts, NumberFacts } from '@parley/campaigns'
import { attemptFacts } from '@parley/campaigns'
import { inTenant, type Transaction } from '../in-tenant.ts'
import type { Db } from '../open-db.ts'

/** All that `decide` asks about a lead. */
export type DueLead = { id: string; lead: LeadFacts; attempts: AttemptFacts[]; number: NumberFacts }

/** Frequency caps look back a year at most. */
const callsSinceMs = 366 * 86_400_000

/** Leads that wait and about which it is worth deciding now, the longest due first. */
export function dueLeads(db: Db, tenantId: string, campaignId: string, now: Date, take: number): Promise<DueLead[]> {
  return inTenant(db, tenantId, async (tx) => {
    const where = { tenantId, campaignId, status: 'waiting' as const, nextAt: { lte: now } }
    const rows = await tx.lead.findMany({ where, orderBy: [{ nextAt: 'asc' }, { id: 'asc' }], take, select: leadFields })
    return withFacts(tx, tenantId, rows, now)
  })
}

/** All leads that wait, due or not, a page at a time: those after `afterId`. */
export function waitingLeads(
  db: Db,
  tenantId: string,
  campaignId: string,
  { now, afterId, take }: { now: Date; afterId?: string; take: number },
): Promise<DueLead[]> {
  return inTenant(db, tenantId, async (tx) => {
    const where = { tenantId, campaignId, status: 'waiting' as const, ...(afterId ? { id: { gt: afterId } } : {}) }
    return withFacts(tx, tenantId, await tx.lead.findMany({ where, orderBy: { id: 'asc' }, take, select: leadFields }), now)
  })
}

/** When the next waiting lead is worth a decision; null when none waits. */
export async function nextDueAt(db: Db, tenantId: string, campaignId: string): Promise<Date | null> {
  const where = { tenantId, campaignId, status: 'waiting' as const }
  const row = await inTenant(db, tenantId, (tx) => tx.lead.findFirst({ where, orderBy: { nextAt: 'asc' }, select: { nextAt: true } }))
  return row?.nextAt ?? null
}

const leadFields = {
  id: true,
  numberHash: true,
  zones: true,
  country: true,
  attempts: { orderBy: { number: 'asc' }, select: { createdAt: true, dialledAt: true, endedAt: true, outcome: true, wish: true } },
} as const

type Row = {
  id: string
  numberHash: Uint8Array<ArrayBuffer>
  zones: string[]
  country: string | null
  attempts: { createdAt: Date; dialledAt: Date | null; endedAt: Date | null; outcome: string | null; wish: unknown }[]
}

async function withFacts(tx: Transaction, tenantId: string, rows: readonly Row[], now: Date): Promise<DueLead[]> {
  const hashes = rows.map((row) => row.numberHash)
  const some = { tenantId, numberHash: { in: hashes } }
  const suppressed = new Set((await tx.suppression.findMany({ where: some, select: { numberHash: true } })).map(key))
  const consents = new Map((await tx.consent.findMany({ where: some, orderBy: { at: 'asc' } })).map((one) => [key(one), one.kind]))
  const since = new Date(now.getTime() - callsSinceMs)
  const dialled = await tx.attempt.findMany({
    where: { tenantId, dialledAt: { gt: since }, lead: { numberHash: { in: hashes } } },
    select: { dialledAt: true, lead: { select: { numberHash: true } } },
  })
  const calls = new Map<string, number[]>()
  for (const { dialledAt, lead } of dialled) {
    if (dialledAt) calls.set(key(lead), [...(calls.get(key(lead)) ?? []), dialledAt.getTime()])
  }
  return rows.map((row) => ({
    id: row.id,
    lead: { zones: row.zones, ...(row.country === null ? {} : { country: row.country }) },
    attempts: row.attempts.map(factsOf),
    number: {
      suppressed: suppressed.has(key(row)),
      consent: consents.get(key(row)) ?? 'unknown',
      calls: calls.get(key(row)) ?? [],
    },
  }))
}

const key = ({ numberHash }: { numberHash: Uint8Array }) => Buffer.from(numberHash).toString('hex')

const factsOf = ({ createdAt, dialledAt, endedAt, outcome, wish }: Row['attempts'][number]): AttemptFacts =>
  attemptFacts.parse({
    startedAt: (dialledAt ?? createdAt).getTime(),
    ...(endedAt ? { endedAt: endedAt.getTime() } : {}),
    ...(outcome ? { outcome } : {}),
    ...(wish ? { wish } : {}),
  })
