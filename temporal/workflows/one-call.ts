import {
  ActivityFailure,
  CancellationScope,
  isCancellation,
  setCurrentDetails,
  setHandler,
  sleep,
  upsertSearchAttributes,
} from '@temporalio/workflow'
import type { CallInput, ConductResult, Dialled, WorkflowCallState } from '../contract.ts'
import { callGraceMs } from '../names.ts'
import { conduct, prepareRoom, wrapUp } from './call-activities.ts'
import { listenToLine } from './call-line.ts'
import { callStateQuery, hangUpUpdate, outcomeAttribute } from './call-messages.ts'
import { callOver, invalidInput } from './call-refusals.ts'
import { isHangUpInput } from './checks.ts'
import { listenForColleagues } from './colleague-lines.ts'
import { conductOnSockets } from './conduct-on-sockets.ts'
import { failureCodeOf } from './failure-code.ts'
import { endLineAtOnce, endLineWithPatience } from './line-activities.ts'
import { reach } from './reach.ts'

const defaultRingMs = 30_000

type OneCall = Pick<CallInput, 'tenantId' | 'callId' | 'channel' | 'line'>
/** `dialled`: what became of the dial where the carrier was asked before. */
type Limits = Pick<CallInput, 'ringMs' | 'maxCallMs' | 'graceMs'> & { dialled?: Dialled }

/** The one call of this workflow, which listens to its messages from now on. `converse` runs it to its outcome; `close` ends its line and its record, whatever happened. */
export function listenToCall({ tenantId, callId, channel, line }: OneCall) {
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
  const phone = channel === 'phone' ? listenToLine(colleagues.tell) : undefined

  setHandler(callStateQuery, () => state)
  setHandler(
    hangUpUpdate,
    () => {
      talk.cancel()
      return state
    },
    {
      validator: (input) => {
        if (!isHangUpInput(input)) throw invalidInput()
        if (isPast()) throw callOver()
      },
    },
  )

  const watchTime = async (ms: number) => {
    await limit.run(() => sleep(ms, { summary: 'The longest this call may last.' }))
    isOutOfTime = true
    talk.cancel()
  }

  async function converse({ ringMs = defaultRingMs, maxCallMs, graceMs = callGraceMs, dialled }: Limits): Promise<ConductResult> {
    const startedAt = Date.now()
    const stopped = () => ({ outcome: isOutOfTime ? ('timeLimit' as const) : ('cancelled' as const) })
    try {
      const result = await talk.run(async () => {
        if (phone && line === 'outbound') {
          enter({ status: 'dialling' }, 'The carrier is asked to dial.')
          const unreached = await reach(phone, { tenantId, callId, ringMs, maxCallMs: maxCallMs + graceMs }, dialled)
          if (unreached) return unreached
        }
        if (phone) enter({ status: 'waitingForLine' }, 'The telephone line is not there yet.')
        else {
          await prepareRoom({ tenantId, callId })
          enter({ status: 'roomReady' }, 'The room is ready.')
        }
        watchTime(maxCallMs + graceMs).catch(() => undefined) // the timer was cancelled: the call ended in time
        const onConducting = () => enter({ status: 'conducting' }, 'A worker conducts the call.')
        const onLost = () => void colleagues.end().catch(() => undefined) // the end waits for it
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

  /** `finish`: ends the line, where there is one, and writes down how the call ended, in one step; false when the line takes its time. */
  async function close(result: ConductResult, finish?: (hasLine: boolean) => Promise<boolean>): Promise<void> {
    const { outcome, bridged } = result
    const isOurs = outcome !== 'transferred' || bridged === true
    enter({ status: 'wrappingUp', outcome }, `The conversation is over: ${outcome}.`)
    upsertSearchAttributes([{ key: outcomeAttribute, value: outcome }])
    /** What the carrier says is over needs no end. */
    const hasLine = line !== undefined && isOurs && !phone?.isOver()
    await CancellationScope.nonCancellable(async () => {
      const ownLine = { tenantId, callId }
      const [isFinished] = await Promise.all([finish?.(hasLine), colleagues.end()])
      if (isFinished) return
      const isEnded = !hasLine || (!finish && (await endLineAtOnce(ownLine)))
      await Promise.all([isEnded ? undefined : endLineWithPatience(ownLine), wrapUp({ tenantId, callId, channel, result })])
      await finish?.(false)
    })
    enter({ status: 'ended', outcome }, `The call is over: ${outcome}.`)
  }

  return { converse, close }
}
