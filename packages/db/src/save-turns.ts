import type { JournalEntry, TurnTiming } from '@parley/flow-runtime'
import { gapMsOf, stageSpans, type TurnStage } from '@parley/flow-runtime/turn-stages'
import type { Transaction } from './in-tenant.ts'

type TimingEntry = Extract<JournalEntry, { kind: 'timing' }>

/** A clock that jumped must not keep a journal from being written. */
const mostMs = 3_600_000

/** Writes the timings among these journal entries as rows of `Turn`; a turn that has its row keeps it. */
export async function saveTurns(tx: Transaction, tenantId: string, callId: string, entries: readonly JournalEntry[]): Promise<void> {
  const timings = entries.filter((entry): entry is TimingEntry => entry.kind === 'timing')
  if (timings.length === 0) return
  const select = { flowId: true, flowVersionId: true, channel: true } as const
  const call = await tx.call.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id: callId } }, select })
  const data = timings.map(({ at, timing }) => ({ tenantId, callId, ...call, at: new Date(at), ...durationsOf(timing) }))
  await tx.turn.createMany({ data, skipDuplicates: true })
}

const whole = (ms: number) => Math.min(mostMs, Math.round(ms))

/** Whole milliseconds, at most an hour, that still add up to the gap. */
function durationsOf(timing: TurnTiming) {
  const gapMs = gapMsOf(timing)
  const ms: Partial<Record<`${TurnStage}Ms`, number>> = {}
  for (const { stage, fromMs, toMs } of stageSpans(timing)) ms[`${stage}Ms`] = whole(toMs) - whole(fromMs)
  const { turn: number, audio, foreseen } = timing
  return { number, ...ms, gapMs: gapMs === undefined ? undefined : whole(gapMs), audio, foreseen }
}
