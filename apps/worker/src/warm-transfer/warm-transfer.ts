import type { UnderstandingEngine } from '@parley/understanding'
import type { Clock } from '../clock.ts'
import type { Line, LineEvent } from '../turn-taking/line.ts'
import { type ConversationOptions, createLinePort } from '../turn-taking/line-port.ts'
import type { Transfer, TransferOutcome } from '../voice-port.ts'
import { askColleague } from './ask-colleague.ts'
import { type BridgeEnd, bridge, type CallerSide } from './bridge.ts'
import type { CallColleague, ColleagueAnswer } from './colleague-calls.ts'
import { createColleagueLine } from './colleague-line.ts'
import { holdLine } from './hold.ts'

export type WarmTransferNote = { code: 'COLLEAGUE_NOT_REACHED' | 'COLLEAGUE_ANSWERED' | 'BRIDGE_ENDED'; detail: string }
export type WarmTransferRun = {
  /** Whether somebody took the call. */
  outcome: Promise<TransferOutcome>
  /** The caller's sound and keys, for the colleague who took the call; false while nobody has. */
  hears(event: Exclude<LineEvent, { type: 'left' }>): boolean
  /** Who ended the bridge, once it and the colleague's line are over; undefined when there was none. */
  over: Promise<BridgeEnd | undefined>
}
export type WarmTransfer = (wanted: Transfer, caller: CallerSide) => WarmTransferRun

export type WarmTransferOptions = Pick<ConversationOptions, 'speech' | 'voiceFor'> & {
  callColleague: CallColleague
  understand: UnderstandingEngine
  timeZone: string
  clock: Clock
  onNote(note: WarmTransferNote): void
}

/**
 * Puts callers through to a colleague who was told of them first: the caller is held, the colleague called, briefed and asked. Who accepts is joined with the
 * caller here; who does not, and a caller who leaves meanwhile, ends the colleague's line.
 */
export function createWarmTransfer({ callColleague, clock, onNote, ...options }: WarmTransferOptions): WarmTransfer {
  async function ask(line: Line, { briefing = '', language }: Transfer, signal: AbortSignal): Promise<TransferOutcome> {
    const { speech, voiceFor, understand, timeZone } = options
    // Whoever takes the call keeps the line when the conversation about it is over.
    const asking = { ...line, close: async () => undefined }
    const port = createLinePort(asking, { speech, voiceFor, clock, interruption: { enabled: true, minSpeechMs: 120 } })
    try {
      const decision = await askColleague(port, { briefing, language, understand, timeZone, clock, signal })
      onNote({ code: 'COLLEAGUE_ANSWERED', detail: decision })
      return decision === 'accepted' ? 'connected' : decision
    } finally {
      await port.close()
    }
  }

  return (wanted, caller) => {
    let joined: ReturnType<typeof bridge> | undefined

    async function transfer(): Promise<{ outcome: TransferOutcome; over?: Promise<BridgeEnd> }> {
      const colleague = callColleague({ effectId: wanted.id, to: wanted.to, ringMs: wanted.timeoutMs })
      const hold = holdLine(caller.output, clock, caller.record)
      let line: Line | undefined
      const end = async () => {
        await line?.close()
        await colleague.release()
      }
      try {
        const answer = await Promise.race([colleague.answered, left(caller.gone)])
        if (!('socket' in answer)) {
          onNote({ code: 'COLLEAGUE_NOT_REACHED', detail: answer.code ?? answer.outcome })
          return { outcome: answer.outcome }
        }
        line = createColleagueLine(answer.socket, clock)
        const outcome = await ask(line, wanted, caller.gone)
        if (outcome !== 'connected') return { outcome }
        hold.stop()
        joined = bridge(caller, line)
        const over = joined.over.then(async (by) => {
          await end()
          onNote({ code: 'BRIDGE_ENDED', detail: by })
          return by
        })
        return { outcome, over }
      } finally {
        hold.stop()
        if (!joined) await end()
      }
    }

    const transferring = transfer()
    return {
      outcome: transferring.then(({ outcome }) => outcome),
      hears(event) {
        joined?.hears(event)
        return joined !== undefined
      },
      over: transferring.then(
        ({ over }) => over,
        () => undefined,
      ),
    }
  }
}

const left = (gone: AbortSignal) =>
  new Promise<ColleagueAnswer>((resolve) => {
    const leave = () => resolve({ outcome: 'noAnswer', code: 'CALLER_LEFT' })
    if (gone.aborted) leave()
    else gone.addEventListener('abort', leave, { once: true })
  })
