import type { Language } from '@parley/flow-runtime'
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
  /** When the recogniser last said something. */
  heardAt: number
  /** Asked for in this pause; how often asked and answered in all. */
  asked: boolean
  asks: number
  answers: number
  /** The recogniser has answered everything up to the last voice. */
  settledAt?: number
  /** Began while the agent was speaking. */
  overSpeech: boolean
  /** What was foreseen last. */
  foreseen: string
  /** By the sound of the last words; undefined while nobody judged. */
  judged?: boolean
  finished?: boolean
  endOfTurnAt?: number
  deadlineAt?: number
  /** How often nothing came in time; and since when the recogniser that hears the turn now does so. */
  silentTries: number
  heardSince: number
  /** It lasted too long: what the voice still says is no part of it. */
  tooLong: boolean
}

export function openTurn(onsetAt: number, lastVoicedAt: number, { byWords = false, overSpeech = false } = {}): Turn {
  const voicedMs = byWords ? turnTimes.minSpeechMs : 0
  const nothing = {
    finals: [],
    messages: 0,
    heardAt: 0,
    asked: false,
    asks: 0,
    answers: 0,
    foreseen: '',
    silentTries: 0,
    heardSince: onsetAt,
    tooLong: false,
  }
  return { onsetAt, lastVoicedAt, voicedMs, byWords, overSpeech, ...nothing }
}

export function hear(turn: Turn, transcript: Transcript, at: number) {
  turn.messages += 1
  turn.heardAt = at
  if (!transcript.isFinal) {
    if (transcript.text) turn.interim = transcript
    return
  }
  if (transcript.text) turn.finals.push(transcript)
  turn.interim = undefined
  if (!transcript.settled) return
  const answersEarlierPause = !turn.asked && turn.answers < turn.asks
  turn.answers = Math.min(turn.answers + 1, turn.asks)
  if (turn.answers === turn.asks && !answersEarlierPause) turn.settledAt = at
}

/** The voice goes on: whatever was thought about the end of the turn is void. */
export function goesOn(turn: Turn, lastVoicedAt: number) {
  if (turn.tooLong) return
  turn.lastVoicedAt = lastVoicedAt
  turn.byWords = turn.asked = false
  turn.settledAt = turn.endOfTurnAt = turn.deadlineAt = turn.judged = turn.finished = undefined
}

/** The answer to an earlier pause has come, one that is outstanding has not. */
export const isOwed = ({ asks, answers }: Turn): boolean => answers > 0 && answers < asks

/** The recogniser hears the turn again: nothing it said counts any more, and so many answers are to come. One that had answered is asked again. */
export function forgetWords(turn: Turn, asks: number, at: number) {
  const asked = turn.asked && asks > 0
  Object.assign(turn, { finals: [], interim: undefined, messages: 0, answers: 0, asks, asked, settledAt: undefined, heardSince: at })
}

/** The words of the turn, how sure the recogniser is of them, by length, and the language of the longest part that it told one of. */
export function wordsOf(turn: Turn): { text: string; confidence: number; language?: Language } {
  const parts = turn.interim ? [...turn.finals, turn.interim] : turn.finals
  const letters = parts.reduce((sum, part) => sum + part.text.length, 0)
  const confidence = letters === 0 ? 0 : parts.reduce((sum, part) => sum + part.confidence * part.text.length, 0) / letters
  const longest = parts.reduce<Transcript | undefined>(
    (most, part) => (part.language && part.text.length > (most?.text.length ?? 0) ? part : most),
    undefined,
  )
  return { text: parts.map((part) => part.text).join(' '), confidence, ...(longest?.language ? { language: longest.language } : {}) }
}
