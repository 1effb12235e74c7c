import type { Decision, Effect } from './effects.ts'
import type { CallEvent } from './events.ts'
import type { CallState } from './state.ts'

/** Instants of one turn on one clock, epoch milliseconds; what has not happened is absent. */
export type TurnTiming = {
  turn: number
  /** Last voiced sample of the contact, from the audio. */
  speechEndAt?: number
  endOfTurnAt?: number
  finalTranscriptAt?: number
  understoodAt?: number
  steppedAt?: number
  /** First audio of the answer from the provider or the cache. */
  firstAudioAt?: number
  /** First frame of the answer given to the line. */
  firstFrameAt?: number
  /** Whether the sound of the answer was kept from before or made during the call. */
  audio?: 'kept' | 'live'
  /** Whether the sound was asked for before the turn was certain to end. */
  foreseen?: boolean
}

/** One line of a call's journal; `seq` counts from 1 without gaps. Replaying the `event` lines gives every state. */
export type JournalEntry = { seq: number; at: number } & (
  | { kind: 'event'; event: CallEvent }
  | {
      kind: 'step'
      state: Pick<CallState, 'at' | 'variables' | 'status' | 'outcome' | 'turns'>
      effects: readonly Effect[]
      decisions: readonly Decision[]
    }
  | { kind: 'timing'; timing: TurnTiming }
  /** Something worth knowing that is no event: `RECOVERED`, `BARGE_IN`, `PROVIDER_RETRY`, … */
  | { kind: 'note'; code: string; detail?: string }
)

export type TranscriptTurn = { speaker: 'agent' | 'contact'; text: string; at: number; nodeId: string; interrupted: boolean }
