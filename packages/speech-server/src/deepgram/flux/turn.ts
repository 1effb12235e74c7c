import type { Heard } from '../../recognition/listener.ts'
import type { Thresholds } from './flux-query.ts'

export type TurnEvent = 'StartOfTurn' | 'Update' | 'EagerEndOfTurn' | 'TurnResumed' | 'EndOfTurn'
/** Times in milliseconds from the start of the stream. */
export type Turn = { index: number; startMs: number; confidence: number; heard: Heard | null }

/** A turn is as surely over as this many milliseconds of silence say; never quite sure. */
const SURE_AFTER_MS = 1000
const confidenceAfter = (silentMs: number) => Math.min(0.99, silentMs / SURE_AFTER_MS)

/** The silence at which a turn ends; null: only the client ends it. */
export function endsAfterMs({ eot_threshold, eot_timeout_ms }: Thresholds): number | null {
  return eot_threshold === 1 ? null : Math.min(eot_threshold * SURE_AFTER_MS, eot_timeout_ms)
}

/** Deepgram's turns: StartOfTurn → Update* → (EagerEndOfTurn → (TurnResumed → Update*)?)* → EndOfTurn. Told by what the listener notices. */
export function createTurns(thresholds: () => Thresholds, tell: (event: TurnEvent, turn: Turn) => void) {
  let turn: Turn = { index: 0, startMs: 0, confidence: 0, heard: null }
  let isOpen = false
  let isEager = false
  /** What was understood since the last voice. */
  let isFresh = false
  /** What was noticed of later utterances while the words of an ended one are still to come. */
  const waiting: (() => void)[][] = []

  function begin(atMs: number) {
    turn = { ...turn, startMs: atMs, confidence: 0, heard: null }
    isOpen = true
    isEager = isFresh = false
    tell('StartOfTurn', turn)
  }

  function perhapsEager() {
    const { eager_eot_threshold: least } = thresholds()
    if (least === null || isEager || !isFresh || turn.confidence < least) return
    isEager = true
    tell('EagerEndOfTurn', turn)
  }

  function resume() {
    isFresh = false
    if (!isEager) return
    isEager = false
    tell('TurnResumed', turn)
  }

  const inTurn = (notice: () => void) => {
    const later = waiting.at(-1)
    if (later) later.push(notice)
    else notice()
  }

  return {
    startMs: () => turn.startMs,
    started(atMs: number): void {
      if (isOpen) waiting.push([() => begin(atMs)])
      else begin(atMs)
    },
    silent(ms: number): void {
      inTurn(() => {
        turn.confidence = confidenceAfter(ms)
        if (ms > 0) perhapsEager()
        else resume()
      })
    },
    understood(heard: Heard): void {
      inTurn(() => {
        turn.heard = heard
        isFresh = true
        tell('Update', turn)
        perhapsEager()
      })
    },
    /** The ends come in the order of the starts, but perhaps after later ones. */
    ended(heard: Heard): void {
      turn.heard = heard
      tell('EndOfTurn', turn)
      turn = { index: turn.index + 1, startMs: heard.endMs, confidence: 0, heard: null }
      isOpen = false
      for (const notice of waiting.shift() ?? []) notice()
    },
  }
}
