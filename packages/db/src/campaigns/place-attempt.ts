import { type CampaignSettings, campaignSettings } from '@parley/campaigns'
import { addCall } from '../calls.ts'
import { connectionOf, type StoredConnection } from '../connections.ts'
import { inTenant } from '../in-tenant.ts'
import type { Db } from '../open-db.ts'
import { campaignLine } from './campaign-line.ts'
import { readContact } from './lead-contact.ts'
import { type LineLimits, type Reservation, readAttempt, takeLine } from './lines.ts'

type Carrier = { maxCalls: number; callsPerSecond: number }
type NoLine = Extract<Reservation, { line: 'none' }>
/** What the carrier is asked to dial. `connection`: null when its keys cannot be read. `to`: E.164; `number`: the tenant's own. */
export type ClaimedDial = { callId: string; number: string; to: string; connection: StoredConnection | null }
/**
 * `placed`: whoever got this answer has the one dial of this attempt, and nobody else ever will. `claimed`: an earlier try had it. `over`: it has ended or was withdrawn.
 * `not`: it must not dial. `unreadable`: this release cannot read its campaign.
 */
export type Placement =
  | { state: 'placed'; settings: CampaignSettings; dial: ClaimedDial }
  | { state: 'claimed'; settings: CampaignSettings }
  | { state: 'over' | 'not' | 'unreadable' }
  | ({ state: 'noLine' } & Omit<NoLine, 'line'>)

/** Takes a line for an attempt, writes down its call and claims its one dial, all of it or nothing. */
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
    if (attempt.status === 'dialling') return { state: 'claimed', settings }
    if (attempt.openUntil <= Date.now()) return { state: 'not' }
    const carrier = await campaignLine(tx, tenantId, settings)
    if (!carrier) return { state: 'not' }
    const { flowId, flowVersionId, connectionId, callerId: number, machines } = settings
    const reservation = await takeLine(tx, attempt, { connectionId, limits: limitsOf(settings, carrier) })
    if (reservation.line === 'never') return { state: 'not' }
    if (reservation.line === 'none') return { state: 'noLine', reason: reservation.reason, retryMs: reservation.retryMs }
    const { callId, leadId, zones } = attempt
    const { name, phone, variables: lead } = readContact(db, tenantId, leadId, attempt.contact)
    const timeZone = zones[0] ?? 'UTC'
    const facts = { callId, direction: 'outbound', channel: 'phone', timeZone, contact: { name, phone }, lead, machines } as const
    const line = { connectionId, number, direction: 'outbound', isClaimed: true } as const
    await addCall(db, tx, tenantId, { callId, flowId, flowVersionId, channel: 'phone', facts, line })
    await tx.attempt.updateMany({ where: { tenantId, id: attemptId }, data: { status: 'dialling', dialledAt: new Date() } })
    return {
      state: 'placed',
      settings,
      dial: { callId, number, to: phone, connection: await connectionOf(db, tx, tenantId, connectionId) },
    }
  })
}
