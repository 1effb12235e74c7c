import type { CallFacts, CallOutcome, JournalEntry } from '@parley/flow-runtime'
import { readFacts, writeFacts } from './call-facts.ts'
import { DbError } from './db-error.ts'
import type { CallChannel, CallStatus } from './generated/enums.ts'
import { inTenant, type Transaction } from './in-tenant.ts'
import { journalOf } from './journal.ts'
import { createLine, type NewLine } from './lines.ts'
import { addTraffic } from './node-traffic.ts'
import { notifyCall } from './notify-call.ts'
import type { Db } from './open-db.ts'
import { sqlState } from './sql-state.ts'

type CallSummary = {
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
/** `flowVersionNumber` is null for a test call of a draft. */
export type StoredCall = CallSummary & { facts: CallFacts; flowName: string; flowVersionNumber: number | null }

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

export type NewCall = { callId: string; flowId: string; flowVersionId: string; channel: CallChannel; facts: CallFacts; line?: NewLine }

/**
 * `callId` is made by the caller (newId), so that room, workflow and row share it. Creating it twice is an error, and so is a second call of the
 * same line (LINE_KNOWN). Throws CONNECTION_FULL and CONNECTION_TOO_FAST where the line has limits.
 */
export async function createCall(db: Db, tenantId: string, input: NewCall): Promise<void> {
  try {
    await inTenant(db, tenantId, (tx) => addCall(db, tx, tenantId, input))
  } catch (error) {
    if (input.line?.direction === 'inbound' && sqlState(error) === '23505')
      throw new DbError('LINE_KNOWN', 'The line has its call already.')
    throw error
  }
}

/** The rows of a new call, within a transaction. */
export async function addCall(db: Db, tx: Transaction, tenantId: string, { line, facts, ...input }: NewCall): Promise<void> {
  const { callId, flowId, flowVersionId, channel } = input
  await tx.call.create({ data: { id: callId, tenantId, flowId, flowVersionId, channel, facts: writeFacts(db, tenantId, callId, facts) } })
  if (line) await createLine(tx, tenantId, callId, line)
}

export async function getCall(db: Db, tenantId: string, callId: string): Promise<StoredCall | null> {
  const select = { ...summary, ...names, facts: true } as const
  const row = await inTenant(db, tenantId, (tx) => tx.call.findFirst({ where: { tenantId, id: callId }, select }))
  if (!row) return null
  const { flow, flowVersion, facts, ...call } = row
  return { ...call, facts: readFacts(db, tenantId, callId, facts), flowName: flow.name, flowVersionNumber: flowVersion.number }
}

/** Where a call is; null when there is none. */
export async function callStatus(db: Db, tenantId: string, callId: string): Promise<CallStatus | null> {
  const row = await inTenant(db, tenantId, (tx) => tx.call.findFirst({ where: { tenantId, id: callId }, select: { status: true } }))
  return row?.status ?? null
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
 * Ends the call, and adds it to the traffic of its flow unless a draft was tried; the first end stays, later ones change nothing and answer false.
 * Without `turns` they are counted in the journal, as far as it was written. Throws CALL_UNKNOWN.
 */
export const finishCall = (db: Db, tenantId: string, callId: string, end: CallEnd): Promise<boolean> =>
  inTenant(db, tenantId, (tx) => endCall(db, tx, tenantId, callId, end))

export type CallEnd = { outcome: CallOutcome; failureCode?: string; turns?: number }

/** The same within a transaction. */
export async function endCall(db: Db, tx: Transaction, tenantId: string, callId: string, end: CallEnd): Promise<boolean> {
  const began = await tx.call.findFirst({ where: { tenantId, id: callId }, select: { status: true, startedAt: true, answeredAt: true } })
  if (!began) throw callUnknown(callId)
  if (began.status === 'ended') return false
  const entries = await journalOf(db, tx, tenantId, callId)
  const turns = end.turns ?? turnsOf(entries)
  const endedAt = new Date()
  const durationMs = Math.max(0, Number(endedAt) - Number(began.answeredAt ?? began.startedAt))
  const { count } = await tx.call.updateMany({
    where: { tenantId, id: callId, status: { not: 'ended' } },
    data: { status: 'ended', outcome: end.outcome, failureCode: end.failureCode ?? null, turns, endedAt, durationMs },
  })
  if (count === 1) {
    await tx.lineSlot.deleteMany({ where: { tenantId, callId, attemptId: null } })
    await addTraffic(tx, tenantId, callId, { outcome: end.outcome, entries })
    await notifyCall(tx, callId, entries.at(-1)?.seq ?? 0)
  }
  return count === 1
}

/** The newest count the conductor wrote down. */
const turnsOf = (journal: readonly JournalEntry[]): number => journal.findLast((entry) => entry.kind === 'step')?.state.turns ?? 0

const callUnknown = (callId: string) => new DbError('CALL_UNKNOWN', `There is no call ${callId} in this tenant.`)
