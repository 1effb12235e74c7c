import { type Wish, wish } from '@parley/campaigns'
import { z } from 'zod'
import { inTenant } from '../in-tenant.ts'
import type { Db } from '../open-db.ts'
import { type LeadState, stateOf } from './find-leads.ts'
import { type LeadContact, readContact } from './lead-contact.ts'

/** Why an attempt was made, as it was decided then. Instants are epoch milliseconds; `local`: what the clocks of the contact's zones showed. */
const storedDecision = z.object({
  reason: z.string(),
  openUntil: z.number(),
  seen: z.object({ at: z.number(), local: z.record(z.string(), z.string()), attempts: z.number() }),
})
export type AttemptDecision = z.output<typeof storedDecision>

export type LeadAttempt = {
  id: string
  number: number
  status: 'queued' | 'dialling' | 'ended'
  decision: AttemptDecision | null
  createdAt: Date
  dialledAt: Date | null
  endedAt: Date | null
  outcome: string | null
  failureCode: string | null
  wish: Wish | null
  /** The call it became; null when it never came to one. */
  call: { id: string; durationMs: number } | null
}
export type LeadWithAttempts = {
  id: string
  campaignId: string
  contact: LeadContact
  zones: string[]
  state: LeadState
  nextAt: Date
  reason: string | null
  attempts: LeadAttempt[]
}

/** Leads with all their attempts, in the order of their ids; those of other tenants are left out. */
export function leadsWithAttempts(db: Db, tenantId: string, ids: readonly string[]): Promise<LeadWithAttempts[]> {
  return inTenant(db, tenantId, async (tx) => {
    const include = { attempts: { orderBy: { number: 'asc' } } } as const
    const leads = await tx.lead.findMany({ where: { tenantId, id: { in: [...ids] } }, include, orderBy: { id: 'asc' } })
    const callIds = leads.flatMap(({ attempts }) => attempts.map(({ callId }) => callId))
    const calls = new Map(
      (await tx.call.findMany({ where: { tenantId, id: { in: callIds } }, select: { id: true, durationMs: true } })).map((call) => [
        call.id,
        call,
      ]),
    )
    return leads.map(({ id, campaignId, contact, zones, status, outcome, nextAt, reason, attempts }) => ({
      id,
      campaignId,
      contact: readContact(db, tenantId, id, contact),
      zones,
      state: stateOf(status, outcome),
      nextAt,
      reason,
      attempts: attempts.map((attempt) => ({
        id: attempt.id,
        number: attempt.number,
        status: attempt.status,
        decision: storedDecision.safeParse(attempt.decision).data ?? null,
        createdAt: attempt.createdAt,
        dialledAt: attempt.dialledAt,
        endedAt: attempt.endedAt,
        outcome: attempt.outcome,
        failureCode: attempt.failureCode,
        wish: wish.safeParse(attempt.wish).data ?? null,
        call: calls.get(attempt.callId) ?? null,
      })),
    }))
  })
}
