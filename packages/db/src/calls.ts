import type { CallFacts, CallOutcome, JournalEntry } from '@parley/flow-runtime'
import { readFacts, writeFacts } from './call-facts.ts'
import { DbError } from './db-error.ts'
import type { CallChannel, CallStatus } from './generated/enums.ts'
import { inTenant } from './in-tenant.ts'
import { readJournal } from './journal.ts'
import { notifyCall } from './notify-call.ts'
import type { Db } from './open-db.ts'

export type CallSummary = {
  id: string
  flowId: string
  flowVersionId: string
  channel: CallChannel
  status: CallStatus
  outcome: CallOutcome | null
  failureCode: string | null
  workflowId: string | null
  runId: string | null
  startedAt: Date
  answeredAt: Date | null
  endedAt: Date | null
  turns: number
}
export type StoredCall = CallSummary & { facts: CallFacts; flowName: string; flowVersionNumber: number }

const summary = {
  id: true,
  flowId: true,
  flowVersionId: true,
  channel: true,
  status: true,
  outcome: true,
  failureCode: true,
  workflowId: true,
  runId: true,
  startedAt: true,
  answeredAt: true,
  endedAt: true,
  turns: true,
} as const
const names = { flow: { select: { name: true } }, flowVersion: { select: { number: true } } } as const

/** `callId` is made by the caller (newId), so that room, workflow and row share it. Creating it twice is an error. */
export async function createCall(
  db: Db,
  tenantId: string,
  input: { callId: string; flowId: string; flowVersionId: string; channel: CallChannel; facts: CallFacts },
): Promise<void> {
  const { callId, flowId, flowVersionId, channel } = input
  const facts = writeFacts(db, tenantId, callId, input.facts)
  await inTenant(db, tenantId, (tx) => tx.call.create({ data: { id: callId, tenantId, flowId, flowVersionId, channel, facts } }))
}

export async function getCall(db: Db, tenantId: string, callId: string): Promise<StoredCall | null> {
  const select = { ...summary, ...names, facts: true } as const
  const row = await inTenant(db, tenantId, (tx) => tx.call.findFirst({ where: { tenantId, id: callId }, select }))
  if (!row) return null
  const { flow, flowVersion, facts, ...call } = row
  return { ...call, facts: readFacts(db, tenantId, callId, facts), flowName: flow.name, flowVersionNumber: flowVersion.number }
}

/** Newest first. `before` is the `startedAt` of the last call of the page before. */
export async function listCalls(
  db: Db,
  tenantId: string,
  page: { limit: number; before?: Date },
): Promise<(CallSummary & { flowName: string; flowVersionNumber: number })[]> {
  const rows = await inTenant(db, tenantId, (tx) =>
    tx.call.findMany({
      where: { tenantId, ...(page.before ? { startedAt: { lt: page.before } } : {}) },
      select: { ...summary, ...names },
      orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
      take: Math.min(page.limit, 200),
    }),
  )
  return rows.map(({ flow, flowVersion, ...call }) => ({ ...call, flowName: flow.name, flowVersionNumber: flowVersion.number }))
}

/** Hands out the one join of the contact: true the first time, false ever after, also once the call has ended. */
export async function claimJoin(db: Db, tenantId: string, callId: string): Promise<boolean> {
  const { count } = await inTenant(db, tenantId, (tx) =>
    tx.call.updateMany({ where: { tenantId, id: callId, joinedAt: null, status: { not: 'ended' } }, data: { joinedAt: new Date() } }),
  )
  return count === 1
}

/** Notes which workflow run carries the call. Throws CALL_UNKNOWN. */
export async function setCallRun(db: Db, tenantId: string, callId: string, run: { workflowId: string; runId: string }): Promise<void> {
  const { count } = await inTenant(db, tenantId, (tx) => tx.call.updateMany({ where: { tenantId, id: callId }, data: run }))
  if (count === 0) throw callUnknown(callId)
}

const order = ['created', 'roomReady', 'conducting', 'wrappingUp', 'ended'] as const satisfies readonly CallStatus[]

/**
 * Moves the call forward; a step back or a repetition changes nothing and answers false. The first `conducting`
 * sets `answeredAt`. Throws CALL_UNKNOWN.
 */
export function setCallStatus(db: Db, tenantId: string, callId: string, status: Exclude<CallStatus, 'ended'>): Promise<boolean> {
  return inTenant(db, tenantId, async (tx) => {
    const earlier = order.slice(0, order.indexOf(status))
    const { count } = await tx.call.updateMany({
      where: { tenantId, id: callId, status: { in: earlier } },
      data: { status, ...(status === 'conducting' ? { answeredAt: new Date() } : {}) },
    })
    if (count === 1) await notifyCall(tx, callId)
    else if ((await tx.call.count({ where: { tenantId, id: callId } })) === 0) throw callUnknown(callId)
    return count === 1
  })
}

/**
 * Ends the call; the first end stays, later ones change nothing and answer false. Without `turns` they are counted in
 * the journal, as far as it was written. Throws CALL_UNKNOWN.
 */
export async function finishCall(
  db: Db,
  tenantId: string,
  callId: string,
  end: { outcome: CallOutcome; failureCode?: string; turns?: number },
): Promise<boolean> {
  const turns = end.turns ?? turnsOf(await readJournal(db, tenantId, callId))
  return inTenant(db, tenantId, async (tx) => {
    const { count } = await tx.call.updateMany({
      where: { tenantId, id: callId, status: { not: 'ended' } },
      data: { status: 'ended', outcome: end.outcome, failureCode: end.failureCode ?? null, turns, endedAt: new Date() },
    })
    if (count === 1) await notifyCall(tx, callId)
    else if ((await tx.call.count({ where: { tenantId, id: callId } })) === 0) throw callUnknown(callId)
    return count === 1
  })
}

/** The newest count the conductor wrote down. */
const turnsOf = (journal: readonly JournalEntry[]): number => journal.findLast((entry) => entry.kind === 'step')?.state.turns ?? 0

const callUnknown = (callId: string) => new DbError('CALL_UNKNOWN', `There is no call ${callId} in this tenant.`)
