import { type CampaignSettings, campaignSettings } from '@parley/campaigns'
import { z } from 'zod'
import { addCall } from '../calls.ts'
import { inTenant, type Transaction } from '../in-tenant.ts'
import type { Db } from '../open-db.ts'
import { campaignLine } from './campaign-line.ts'
import { readContact } from './lead-contact.ts'
import { type LineLimits, type Reservation, takeLine } from './lines.ts'

type Carrier = { maxCalls: number; callsPerSecond: number }
type NoLine = Extract<Reservation, { line: 'none' }>
/**
 * `placed`: this attempt may have its call begun, now or since an earlier try. `over`: it has ended or was withdrawn. `not`: it must not dial.
 * `unreadable`: this release cannot read its campaign.
 */
export type Placement =
  | { state: 'placed'; settings: CampaignSettings }
  | { state: 'over' | 'not' | 'unreadable' }
  | ({ state: 'noLine' } & Omit<NoLine, 'line'>)

const stored = z.object({
  status: z.enum(['queued', 'dialling', 'ended']),
  callId: z.uuid(),
  /** Until when its window is open. */
  openUntil: z.number(),
  settings: z.unknown(),
  leadId: z.uuid(),
  contact: z.instanceof(Uint8Array),
  zones: z.array(z.string()),
})

/**
 * Takes a line for an attempt, writes down its call and claims its one dial, all of it or nothing. Asked again, it answers the same: the call's own id makes it
 * begin once.
 */
export function placeAttempt(
  db: Db,
  tenantId: string,
  attemptId: string,
  limitsOf: (settings: CampaignSettings, carrier: Carrier) => LineLimits,
): Promise<Placement> {
  return inTenant(db, tenantId, async (tx) => {
    const attempt = await readAttempt(tx, tenantId, attemptId)
    if (!attempt || attempt.status === 'ended') return { state: 'over' }
    const { data: settings } = campaignSettings.safeParse(attempt.settings)
    if (!settings) return { state: 'unreadable' }
    if (attempt.status === 'dialling') return { state: 'placed', settings }
    if (attempt.openUntil <= Date.now()) return { state: 'not' }
    const carrier = await campaignLine(tx, tenantId, settings)
    if (!carrier) return { state: 'not' }
    const { flowId, flowVersionId, connectionId, callerId } = settings
    const reservation = await takeLine(tx, tenantId, { attemptId, connectionId, limits: limitsOf(settings, carrier) })
    if (reservation.line === 'never') return { state: 'not' }
    if (reservation.line === 'none') return { state: 'noLine', reason: reservation.reason, retryMs: reservation.retryMs }
    const { callId, leadId, zones } = attempt
    const { name, phone, variables: lead } = readContact(db, tenantId, leadId, attempt.contact)
    const { machines } = settings
    const timeZone = zones[0] ?? 'UTC'
    const facts = { callId, direction: 'outbound', channel: 'phone', timeZone, contact: { name, phone }, lead, machines } as const
    const line = { connectionId, number: callerId, direction: 'outbound' } as const
    await addCall(db, tx, tenantId, { callId, flowId, flowVersionId, channel: 'phone', facts, line })
    await tx.attempt.updateMany({ where: { tenantId, id: attemptId }, data: { status: 'dialling', dialledAt: new Date() } })
    return { state: 'placed', settings }
  })
}

/** Locked, so that two tries of one attempt come one after the other. */
async function readAttempt(tx: Transaction, tenantId: string, attemptId: string) {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT a.status::text, a."callId", (a.decision->>'openUntil')::float8 AS "openUntil", c.settings, l.id AS "leadId", l.contact, l.zones
    FROM "Attempt" a JOIN "Lead" l ON l."tenantId" = a."tenantId" AND l.id = a."leadId"
    JOIN "Campaign" c ON c."tenantId" = a."tenantId" AND c.id = a."campaignId"
    WHERE a."tenantId" = ${tenantId}::uuid AND a.id = ${attemptId}::uuid FOR UPDATE OF a`
  return rows[0] === undefined ? undefined : stored.parse(rows[0])
}
