import { Prisma } from '../generated/client.ts'
import type { LeadStatus } from '../generated/enums.ts'
import { inTenant } from '../in-tenant.ts'
import type { Db } from '../open-db.ts'
import { type LeadContact, readContact } from './lead-contact.ts'
import { numberHash } from './number-hash.ts'

export const leadStates = ['waiting', 'trying', 'reached', 'notReached', 'doNotCall', 'notCallable'] as const
/** Where a lead is: its status, and once it is finished its outcome. */
export type LeadState = (typeof leadStates)[number]
/** `lastOutcome`: how its last attempt ended. */
export type LeadFilters = { state?: LeadState; lastOutcome?: string }
export type ListedLead = {
  id: string
  contact: LeadContact
  zones: string[]
  state: LeadState
  nextAt: Date
  /** Stable code of the last decision. */
  reason: string | null
  attempts: number
  lastOutcome: string | null
  lastAt: Date | null
}
/** Where a page begins: after the lead before it, or after so many. */
export type LeadPlace = { afterId: string } | { skip: number }

const mostRows = 500

type Row = Omit<ListedLead, 'state' | 'contact'> & { contact: Uint8Array; status: LeadStatus; outcome: string | null }

/** One page of the leads of a campaign, in the order they came. */
export async function findLeads(
  db: Db,
  tenantId: string,
  campaignId: string,
  { filters = {}, place = { skip: 0 }, limit }: { filters?: LeadFilters; place?: LeadPlace; limit: number },
): Promise<ListedLead[]> {
  const beyond = 'afterId' in place ? Prisma.sql`AND l.id > ${place.afterId}::uuid` : Prisma.empty
  const rows = await inTenant(
    db,
    tenantId,
    (tx) => tx.$queryRaw<Row[]>`
      WITH page AS (
        SELECT l.* FROM "Lead" l ${leadsWhere(tenantId, campaignId, filters)} ${beyond}
        ORDER BY l.id OFFSET ${'skip' in place ? place.skip : 0} LIMIT ${Math.min(limit, mostRows)}
      )
      SELECT l.id, l.contact, l.zones, l.status::text AS status, l."nextAt", l.outcome, l.reason,
        (SELECT count(*)::int FROM "Attempt" a WHERE a."tenantId" = l."tenantId" AND a."leadId" = l.id) AS attempts,
        last.outcome AS "lastOutcome", coalesce(last."dialledAt", last."createdAt") AS "lastAt"
      FROM page l LEFT JOIN LATERAL (${lastAttempt}) last ON true ORDER BY l.id`,
  )
  return rows.map(({ status, outcome, contact, ...lead }) => ({
    ...lead,
    contact: readContact(db, tenantId, lead.id, contact),
    state: stateOf(status, outcome),
  }))
}

/** How many leads of a campaign there are of a kind. */
export async function countLeads(db: Db, tenantId: string, campaignId: string, filters: LeadFilters = {}): Promise<number> {
  const rows = await inTenant(
    db,
    tenantId,
    (tx) => tx.$queryRaw<{ leads: number }[]>`SELECT count(*)::int AS leads FROM "Lead" l ${leadsWhere(tenantId, campaignId, filters)}`,
  )
  return rows[0]?.leads ?? 0
}

/** The lead of a campaign that has a number (E.164), found by its hash; null when there is none. */
export async function findLeadOfNumber(db: Db, tenantId: string, campaignId: string, number: string): Promise<string | null> {
  const where = { tenantId, campaignId, numberHash: numberHash(db, tenantId, number) }
  const lead = await inTenant(db, tenantId, (tx) => tx.lead.findFirst({ where, select: { id: true } }))
  return lead?.id ?? null
}

export const stateOf = (status: LeadStatus, outcome: string | null): LeadState =>
  status === 'finished' ? (leadStates.find((state) => state === outcome) ?? 'notReached') : status

const lastAttempt = Prisma.sql`
  SELECT a.outcome, a."dialledAt", a."createdAt" FROM "Attempt" a
  WHERE a."tenantId" = l."tenantId" AND a."leadId" = l.id ORDER BY a.number DESC LIMIT 1`

function leadsWhere(tenantId: string, campaignId: string, { state, lastOutcome }: LeadFilters): Prisma.Sql {
  const isOpen = state === 'waiting' || state === 'trying'
  const conditions = [
    Prisma.sql`l."tenantId" = ${tenantId}::uuid AND l."campaignId" = ${campaignId}::uuid`,
    state && isOpen && Prisma.sql`l.status = ${state}::"LeadStatus"`,
    state && !isOpen && Prisma.sql`l.status = 'finished' AND l.outcome = ${state}`,
    lastOutcome && Prisma.sql`EXISTS (SELECT FROM (${lastAttempt}) last WHERE last.outcome = ${lastOutcome})`,
  ]
  return Prisma.sql`WHERE ${Prisma.join(
    conditions.filter((condition) => condition instanceof Prisma.Sql),
    ' AND ',
  )}`
}
