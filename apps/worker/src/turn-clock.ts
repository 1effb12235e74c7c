import type { TurnTiming } from '@parley/flow-runtime'
import type { SpeechResult } from './voice-port.ts'

/** Gathers the instants of one turn, from the end of the contact's speech to the first frame of the answer. */
export function createTurnClock(emit: (timing: TurnTiming) => void) {
  let turn: TurnTiming | undefined
  /** The speech that answers the turn. */
  let answerId: string | undefined

  const close = () => {
    if (turn) emit(turn)
    turn = undefined
    answerId = undefined
  }

  return {
    heard: (number: number, timing: Omit<TurnTiming, 'turn'>) => {
      close()
      turn = { ...timing, turn: number }
    },
    understood: (at: number) => {
      if (turn && !answerId) turn.understoodAt = at
    },
    answers: (effectId: string, steppedAt: number) => {
      if (!turn || answerId) return
      answerId = effectId
      turn.steppedAt = steppedAt
    },
    spoke: (effectId: string, { firstAudioAt, firstFrameAt, audio, foreseen }: SpeechResult) => {
      if (!turn || effectId !== answerId) return
      turn = { ...turn, firstAudioAt, firstFrameAt, audio, foreseen }
      close()
    },
    /** Gives out what there is of a turn that was never answered. */
    close,
  }
}
