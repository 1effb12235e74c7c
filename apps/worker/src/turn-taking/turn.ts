import type { Transcript } from '../speech/recogniser.ts'
import { turnTimes } from './patience.ts'

/** What one turn of the contact has gathered so far. */
export type Turn = {
  onsetAt: number
  lastVoicedAt: number
  voicedMs: number
  /** Found by the recogniser, not by the voice detector. */
  byWords: boolean
  finals: Transcript[]
  interim?: Transcript
  messages: number
  /** The recogniser has answered everything up to the last voice. */
  settledAt?: number
  endOfTurnAt?: number
  deadlineAt?: number
  silentTries: number
}

export function openTurn(onsetAt: number, lastVoicedAt: number, byWords = false): Turn {
  const voicedMs = byWords ? turnTimes.minSpeechMs : 0
  return { onsetAt, lastVoicedAt, voicedMs, byWords, finals: [], messages: 0, silentTries: 0 }
}

export function hear(turn: Turn, transcript: Transcript, at: number) {
  turn.messages += 1
  if (!transcript.isFinal) {
    if (transcript.text) turn.interim = transcript
    return
  }
  if (transcript.text) turn.finals.push(transcript)
  turn.interim = undefined
  if (transcript.settled) turn.settledAt = at
}

/** The words of the turn and how sure the recogniser is of them, by length. */
export function wordsOf(turn: Turn): { text: string; confidence: number } {
  const parts = turn.interim ? [...turn.finals, turn.interim] : turn.finals
  const letters = parts.reduce((sum, part) => sum + part.text.length, 0)
  const confidence = letters === 0 ? 0 : parts.reduce((sum, part) => sum + part.confidence * part.text.length, 0) / letters
  return { text: parts.map((part) => part.text).join(' '), confidence }
}
