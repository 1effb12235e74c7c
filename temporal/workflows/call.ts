import {
  ActivityFailure,
  CancellationScope,
  CancelledFailure,
  isCancellation,
  setCurrentDetails,
  setHandler,
  sleep,
  upsertSearchAttributes,
} from '@temporalio/workflow'
import { type CallInput, type ConductResult, callInput, hangUpInput, type WorkflowCallState } from '../contract.ts'
import { conduct, prepareRoom, wrapUp } from './call-activities.ts'
import { listenToLine } from './call-line.ts'
import { callStateQuery, hangUpUpdate, outcomeAttribute } from './call-messages.ts'
import { callOver, invalidInput } from './call-refusals.ts'
import { listenForColleagues } from './colleague-lines.ts'
import { conductOnSockets } from './conduct-on-sockets.ts'
import { failureCodeOf } from './failure-code.ts'
import { endLine } from './line-activities.ts'
import { reach } from './reach.ts'

/** From the room's being ready to the last word: waiting for a worker and for the contact, and saying goodbye after the time is up. */
const defaultGraceMs = 80_000
const defaultRingMs = 30_000

/**
 * The life of one call: room, or line → conversation → wrap-up; a call to a telephone is dialled first, once. Whatever happens in between, the wrap-up runs and the call has
 * an outcome (a cancelled workflow ends as cancelled). Cancelling it or the update `hangUp` hang up. It owns the hard limit of the duration; the
 * process that conducts keeps the polite one.
 */
export async function callWorkflow(raw: CallInput): Promise<ConductResult> {
  const parsed = callInput.safeParse(raw)
  if (!parsed.success) throw invalidInput()
  const { tenantId, callId, channel, line, ringMs = defaultRingMs, maxCallMs, graceMs = defaultGraceMs } = parsed.data
  const startedAt = Date.now()
  const talk = new CancellationScope()
  const limit = new CancellationScope()
  let isOutOfTime = false
  let state: WorkflowCallState = { status: 'created' }

  const enter = (next: WorkflowCallState, details: string) => {
    state = next
    setCurrentDetails(details)
  }

  const isPast = () => state.status === 'wrappingUp' || state.status === 'ended'
  const colleagues = listenForColleagues({ tenantId, callId }, isPast)
  const phone =
    channel === 'phone'
      ? listenToLine((status) => {
          if (state.status === 'dialling' && status === 'ringing') enter({ status: 'ringing' }, 'The telephone rings.')
        }, colleagues.tell)
      : undefined

  setHandler(callStateQuery, () => state)
  setHandler(
    hangUpUpdate,
    () => {
      talk.cancel()
      return state
    },
    {
      validator: (input) => {
        if (!hangUpInput.safeParse(input).success) throw invalidInput()
        if (isPast()) throw callOver()
      },
    },
  )

  const watchTime = async () => {
    await limit.run(() => sleep(maxCallMs + graceMs, { summary: 'The longest this call may last.' }))
    isOutOfTime = true
    talk.cancel()
  }

  const converse = async (): Promise<ConductResult> => {
    const stopped = () => ({ outcome: isOutOfTime ? ('timeLimit' as const) : ('cancelled' as const) })
    try {
      const result = await talk.run(async () => {
        if (phone && line === 'outbound') {
          enter({ status: 'dialling' }, 'The carrier is asked to dial.')
          const unreached = await reach(phone, { tenantId, callId, ringMs, maxCallMs: maxCallMs + graceMs })
          if (unreached) return unreached
        }
        if (phone) enter({ status: 'waitingForLine' }, 'The telephone line is not there yet.')
        else {
          await prepareRoom({ tenantId, callId })
          enter({ status: 'roomReady' }, 'The room is ready.')
        }
        watchTime().catch(() => undefined) // the timer was cancelled: the call ended in time
        const onConducting = () => enter({ status: 'conducting' }, 'A worker conducts the call.')
        const onLost = () => void colleagues.end().catch(() => undefined) // the wrap-up waits for it
        if (phone) return await conductOnSockets(phone, { tenantId, callId, maxCallMs, channel }, graceMs, { onConducting, onLost })
        onConducting()
        return await conduct({ tenantId, callId, maxCallMs }, graceMs)
      })
      return result.outcome === 'cancelled' ? { ...result, ...stopped() } : result
    } catch (error) {
      const lost = { durationMs: Date.now() - startedAt }
      if (isCancellation(error)) return { ...lost, ...stopped() }
      if (!(error instanceof ActivityFailure)) throw error
      if (talk.consideredCancelled) return { ...lost, ...stopped() }
      return { ...lost, outcome: 'failed', failureCode: failureCodeOf(error) }
    } finally {
      limit.cancel()
    }
  }

  const result = await converse()
  const { outcome, bridged } = result
  const isOurs = outcome !== 'transferred' || bridged
  enter({ status: 'wrappingUp', outcome }, `The conversation is over: ${outcome}.`)
  upsertSearchAttributes([{ key: outcomeAttribute, value: outcome }])
  /** What the carrier says is over needs no end. */
  const hasLine = line && isOurs && !phone?.isOver()
  await CancellationScope.nonCancellable(() =>
    Promise.all([hasLine ? endLine({ tenantId, callId }) : undefined, wrapUp({ tenantId, callId, channel, result }), colleagues.end()]),
  )
  enter({ status: 'ended', outcome }, `The call is over: ${outcome}.`)
  if (CancellationScope.current().consideredCancelled) throw new CancelledFailure('The call was cancelled.')
  return result
}
