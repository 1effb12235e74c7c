import type { CallFacts, JournalEntry } from '@parley/flow-runtime'
import { type ConversationOptions, createConversation, type Ending } from './conversation.ts'
import { type Conducted, HandedOver } from './ending.ts'
import { failureCodeOf } from './failure-code.ts'
import { within } from './within.ts'

const answerWithinMs = 30_000
/** Who was on the line when the earlier process died is there at once, or is gone. */
const stillThereWithinMs = 3_000
/** For the last line after the time is up. */
const timeUpGraceMs = 20_000
const hangUpWithinMs = 10_000
const longestTimerMs = 2_147_483_647

export type ConductOptions = Omit<ConversationOptions, 'callId' | 'end'> & {
  facts: CallFacts
  /** The journal of the process that conducted this call before; empty or absent for a new call. */
  resume?: readonly JournalEntry[]
  /** Aborting hangs up and ends as cancelled; with a HandedOver reason the line stays and the promise rejects with it. */
  signal: AbortSignal
  /** Limit of the conversation in milliseconds; the flow's own counts when it is shorter. */
  maxCallMs?: number
  onAnswered?: () => void
}

/**
 * Conducts one call on its ports until the line is confirmed to be down (or was passed on by a transfer, or the contact and a colleague have finished on it).
 * Every ending is a value; rejects only with HandedOver, when another process is to go on with the call.
 */
export async function conduct({ facts, resume = [], signal, maxCallMs, onAnswered, ...options }: ConductOptions): Promise<Conducted> {
  const { flow, port, clock } = options
  const timers: NodeJS.Timeout[] = []
  let end: (ending: Ending) => void = () => undefined
  let leave: (reason: HandedOver) => void = () => undefined
  const ended = new Promise<Ending>((resolve, reject) => {
    end = resolve
    leave = reject
  })
  const conversation = createConversation({ ...options, callId: facts.callId, end })
  const after = (ms: number, run: () => void) => timers.push(setTimeout(run, Math.min(Math.max(0, ms), longestTimerMs)))

  const limit = (startedAt: number) => {
    after(startedAt + Math.min(maxCallMs ?? longestTimerMs, flow.settings.maxCallMs) - clock.now(), () => {
      conversation.tell({ type: 'timeUp', at: clock.now() })
      after(timeUpGraceMs, () => end({ outcome: 'timeLimit' }))
    })
  }

  const open = async () => {
    const goesOn = conversation.restore(resume)
    const before = conversation.state()
    if (before?.status === 'ended') return conversation.goOn()
    const isThere = await port.answered(goesOn ? stillThereWithinMs : answerWithinMs).catch((error: unknown) => {
      conversation.hear({ type: 'left', by: 'system', code: failureCodeOf(error, 'LINE_FAILED') })
    })
    if (signal.aborted || isThere === undefined) return
    if (!isThere && !goesOn) return end({ outcome: 'noAnswer' })
    if (!isThere) return conversation.tell({ type: 'hungUp', at: clock.now(), by: 'contact' })
    onAnswered?.()
    limit(before?.startedAt ?? clock.now())
    if (goesOn) conversation.goOn()
    else conversation.tell({ type: 'callStarted', at: clock.now(), facts })
  }

  const onAbort = () => {
    if (signal.reason instanceof HandedOver) return leave(signal.reason)
    port.interrupt()
    if (conversation.state()) conversation.tell({ type: 'hungUp', at: clock.now(), by: 'agent' })
    end({ outcome: 'cancelled' })
  }

  let ending: Ending | undefined
  try {
    port.onEvent(conversation.hear)
    signal.addEventListener('abort', onAbort, { once: true })
    if (signal.aborted) onAbort()
    else open().catch(conversation.defect)
    ending = await ended
    const bridged = ending.outcome === 'transferred' && (await port.bridged(signal))
    return { ...ending, turns: conversation.state()?.turns ?? 0, ...(bridged ? { bridged } : {}) }
  } finally {
    signal.removeEventListener('abort', onAbort)
    for (const timer of timers) clearTimeout(timer)
    conversation.close()
    if (ending && ending.outcome !== 'transferred') {
      port.interrupt()
      await within(port.hangUp(), hangUpWithinMs, 'HANG_UP_TIMEOUT').catch((error: unknown) => {
        conversation.note('HANG_UP_FAILED', failureCodeOf(error, 'HANG_UP_FAILED'))
      })
    }
  }
}
