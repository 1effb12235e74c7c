import type { AttemptOutcome, Decision } from '@parley/campaigns'
import { endCall } from '../calls.ts'
import { Prisma } from '../generated/client.ts'
import { inTenant, type Transaction } from '../in-tenant.ts'
import { asJsonColumn } from '../json-column.ts'
import { newId } from '../new-id.ts'
import type { Db } from '../open-db.ts'

type Calls = Extract<Decision, { decision: 'call' }>

/** An attempt that was decided on; `callId` is that of the call it will be. */
export type QueuedAttempt = { attemptId: string; callId: string; leadId: string; number: number }

export type DecidedLead<D extends Decision = Decision> = { leadId: string; decision: D }

/** Turns decisions to call into attempts; without those whose lead is being tried already, is done with or was taken away. */
export function queueAttempts(
  db: Db,
  tenantId: string,
  campaignId: string,
  decided: readonly DecidedLead<Calls>[],
): Promise<QueuedAttempt[]> {
  if (decided.length === 0) return Promise.resolve([])
  return inTenant(db, tenantId, async (tx) => {
    const rows = await tx.lead.updateManyAndReturn({
      where: { tenantId, campaignId, id: { in: decided.map(({ leadId }) => leadId) }, status: 'waiting' },
      data: { status: 'trying' },
      select: { id: true },
    })
    const taken = new Set(rows.map(({ id }) => id))
    const attempts = decided.flatMap(({ leadId, decision }) =>
      taken.has(leadId) ? [{ attemptId: newId(), callId: newId(), leadId, number: decision.attempt, decision }] : [],
    )
    await tx.attempt.createMany({
      data: attempts.map(({ attemptId: id, decision, ...fields }) => ({
        id,
        tenantId,
        campaignId,
        ...fields,
        decision: asJsonColumn(decision),
      })),
    })
    return attempts.map(({ decision: _, ...attempt }) => attempt)
  })
}

/** Keeps what was decided about leads that are not called now. */
export async function keepDecisions(db: Db, tenantId: string, decided: readonly DecidedLead<Exclude<Decision, Calls>>[]): Promise<void> {
  if (decided.length === 0) return
  const rows = decided.map(({ leadId, decision }) =>
    decision.decision === 'wait'
      ? { leadId, status: 'waiting', nextAt: new Date(decision.until), outcome: null, reason: decision.reason }
      : { leadId, status: 'finished', nextAt: null, outcome: decision.outcome, reason: decision.reason },
  )
  const values = rows.map(
    (row) =>
      Prisma.sql`(${row.leadId}::uuid, ${row.status}::"LeadStatus", ${row.nextAt}::timestamptz, ${row.outcome}::text, ${row.reason}::text)`,
  )
  await inTenant(
    db,
    tenantId,
    (tx) => tx.$executeRaw`
      UPDATE "Lead" l SET status = d.status, "nextAt" = coalesce(d.at, l."nextAt"), outcome = coalesce(d.outcome, l.outcome), reason = d.reason
      FROM (VALUES ${Prisma.join(values)}) AS d(id, status, at, outcome, reason)
      WHERE l."tenantId" = ${tenantId}::uuid AND l.id = d.id AND l.status = 'waiting'`,
  )
}

export type AttemptEnd = { outcome: AttemptOutcome; failureCode?: string }

/** Ends an attempt, gives its line back and lets its lead be decided about again; the first end stays, later ones answer false. */
export const endAttempt = (db: Db, tenantId: string, attemptId: string, end: AttemptEnd): Promise<boolean> =>
  inTenant(db, tenantId, (tx) => endWithin(tx, tenantId, attemptId, end))

/** Ends an attempt that was placed, and its call, both or none. Again changes nothing. */
export async function finishAttempt(
  db: Db,
  tenantId: string,
  { attemptId, callId, turns, ...end }: AttemptEnd & { attemptId: string; callId: string; turns?: number },
): Promise<void> {
  await inTenant(db, tenantId, async (tx) => {
    await endCall(db, tx, tenantId, callId, { ...end, turns })
    await endWithin(tx, tenantId, attemptId, end)
  })
}

async function endWithin(tx: Transaction, tenantId: string, attemptId: string, { outcome, failureCode }: AttemptEnd): Promise<boolean> {
  const at = new Date()
  const ended = await tx.$queryRaw<unknown[]>`
    WITH ended AS (
      UPDATE "Attempt" SET status = 'ended', "endedAt" = ${at}::timestamptz, outcome = ${outcome}, "failureCode" = ${failureCode ?? null}
      WHERE "tenantId" = ${tenantId}::uuid AND id = ${attemptId}::uuid AND status <> 'ended' RETURNING "leadId"
    ), given AS (
      DELETE FROM "LineSlot" WHERE "tenantId" = ${tenantId}::uuid AND "attemptId" = ${attemptId}::uuid
    ), waiting AS (
      UPDATE "Lead" l SET status = 'waiting', "nextAt" = ${at}::timestamptz FROM ended
      WHERE l."tenantId" = ${tenantId}::uuid AND l.id = ended."leadId" AND l.status = 'trying'
    )
    SELECT "leadId" FROM ended`
  return ended.length > 0
}

/** Takes back an attempt that has not dialled and never will (paused, no line within its window): the lead waits as if it had not been. False when it dialled, or may have. Again changes nothing. */
export function withdrawAttempt(db: Db, tenantId: string, attemptId: string): Promise<boolean> {
  return inTenant(db, tenantId, async (tx) => {
    const attempt = await tx.attempt.findFirst({ where: { tenantId, id: attemptId }, select: { leadId: true } })
    if (!attempt) return true
    const { leadId: id } = attempt
    const { count } = await tx.attempt.deleteMany({ where: { tenantId, id: attemptId, status: 'queued' } })
    if (count === 1)
      await tx.lead.updateMany({ where: { tenantId, id, status: 'trying' }, data: { status: 'waiting', nextAt: new Date() } })
    return count === 1
  })
}

/** How attempts ended; those that are not over, or were taken back, are not among them. */
export async function attemptOutcomes(db: Db, tenantId: string, attemptIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (attemptIds.length === 0) return new Map()
  const where = { tenantId, id: { in: [...attemptIds] }, status: 'ended' as const }
  const rows = await inTenant(db, tenantId, (tx) => tx.attempt.findMany({ where, select: { id: true, outcome: true } }))
  return new Map(rows.flatMap(({ id, outcome }) => (outcome === null ? [] : [[id, outcome]])))
}

export type OpenAttempt = QueuedAttempt & { dialledAt: Date | null }

/** The attempts of a campaign that are not over: they wait for a line, dial or speak, or nobody carries them out any more. */
export async function openAttempts(db: Db, tenantId: string, campaignId: string): Promise<OpenAttempt[]> {
  const where = { tenantId, campaignId, status: { not: 'ended' as const } }
  const rows = await inTenant(db, tenantId, (tx) => tx.attempt.findMany({ where, orderBy: { createdAt: 'asc' } }))
  return rows.map(({ id, callId, leadId, number, dialledAt }) => ({ attemptId: id, callId, leadId, number, dialledAt }))
}
