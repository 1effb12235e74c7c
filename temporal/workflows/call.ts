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
import { type CallInput, type ConductResult, callInput, hangUpInput, mediaArrived, type WorkflowCallState } from '../contract.ts'
import { conduct, prepareRoom, wrapUp } from './call-activities.ts'
import { callStateQuery, hangUpUpdate, mediaArrivedSignal, outcomeAttribute } from './call-messages.ts'
import { callOver, invalidInput } from './call-refusals.ts'
import { conductOnSockets } from './conduct-on-sockets.ts'
import { failureCodeOf } from './failure-code.ts'

/** From the room's being ready to the last word: waiting for a worker and for the contact, and saying goodbye after the time is up. */
const defaultGraceMs = 80_000

/**
 * The life of one call: room → conversation → wrap-up. Whatever happens in between, the wrap-up runs and the call has
 * an outcome (a cancelled workflow ends as cancelled). Cancelling it or the update `hangUp` hang up. It owns the hard limit of the duration; the
 * process that conducts keeps the polite one.
 */
export async function callWorkflow(raw: CallInput): Promise<ConductResult> {
  const parsed = callInput.safeParse(raw)
  if (!parsed.success) throw invalidInput()
  const { tenantId, callId, channel, maxCallMs, graceMs = defaultGraceMs } = parsed.data
  const startedAt = Date.now()
  const talk = new CancellationScope()
  const limit = new CancellationScope()
  let isOutOfTime = false
  let state: WorkflowCallState = { status: 'created' }

  const arrivals: string[] = []
  if (channel === 'phone') setHandler(mediaArrivedSignal, (input) => void arrivals.push(mediaArrived.parse(input).taskQueue))

  const enter = (next: WorkflowCallState, details: string) => {
    state = next
    setCurrentDetails(details)
  }

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
        if (state.status === 'wrappingUp' || state.status === 'ended') throw callOver()
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
        if (channel === 'browser') {
          await prepareRoom({ tenantId, callId })
          enter({ status: 'roomReady' }, 'The room is ready.')
        } else enter({ status: 'waitingForLine' }, 'The telephone line is not there yet.')
        watchTime().catch(() => undefined) // the timer was cancelled: the call ended in time
        const conducting = () => enter({ status: 'conducting' }, 'A worker conducts the call.')
        if (channel === 'phone') return await conductOnSockets(arrivals, { tenantId, callId, maxCallMs, channel }, graceMs, conducting)
        conducting()
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
  const { outcome } = result
  enter({ status: 'wrappingUp', outcome }, `The conversation is over: ${outcome}.`)
  upsertSearchAttributes([{ key: outcomeAttribute, value: outcome }])
  await CancellationScope.nonCancellable(() => wrapUp({ tenantId, callId, result }))
  enter({ status: 'ended', outcome }, `The call is over: ${outcome}.`)
  if (CancellationScope.current().consideredCancelled) throw new CancelledFailure('The call was cancelled.')
  return result
}
