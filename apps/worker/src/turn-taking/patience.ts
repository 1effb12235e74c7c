import type { Expectation } from '@parley/flow-runtime'
import type { WordsSoFar } from './words-so-far.ts'

/** All times of turn taking, in milliseconds of audio or of the clock. */
export const turnTimes = {
  /** Voice shorter than this is no speech. */
  minSpeechMs: 64,
  /** Silence after which a sound too short to be speech is forgotten. */
  forgetAfterMs: 200,
  /** Silence after which somebody no longer holds the floor although nobody listens. */
  floorMs: 300,
  /** A speech cannot be interrupted before it has sounded this long: the contact cannot have reacted to it yet. */
  interruptibleAfterMs: 150,
  /** Voice over an interruptible speech holds it back at once; it goes on when the voice was no interruption. */
  holdAfterMs: 48,
  goOnAfterMs: 200,
  /** While somebody listens, words decide about an interruption; voice of this length is one without words too. */
  certainInterruptionMs: 600,
  /** From the end of the voice to the words of it; then the speech goes on. */
  decideWithinMs: 400,
  /** A pause this long may be the end: what was said so far is worth preparing the answer to. */
  pauseMs: 60,
  /** Silence after which the sound of the last words is judged. */
  judgeAfterMs: 160,
  /** From the end of speech to the recogniser's last word. */
  finalDeadlineMs: 1_500,
  /** A final message without the mark that it is the last: wait this long for another. */
  moreFinalsMs: 150,
  /** Without any message at all the recogniser gets this long, so often: a busy one is late, a dead one never answers. */
  silentRecogniserMs: 2_250,
  recogniserTries: 4,
  /** Clear voice of this length without any message means that the recogniser is not there. */
  certainSpeechMs: 300,
  /** A provider that hears the ends of turns has missed one. */
  silentProviderMs: 6_000,
  /** A voice without an end: the turn ends with what was understood, and the voice no longer keeps the agent from speaking until it pauses. */
  maxTurnMs: 60_000,
  /** The contact's audio stopped coming: the turn goes on by the clock. */
  audioGoneMs: 1_000,
  /** The clock may decide while the newest audio is no older than this: a window and a frame. */
  freshMs: 70,
} as const

/** Silence after which a recogniser that goes on hearing is asked for what it has: its answer comes while the patience runs. */
export const askAfterMs = 100

const slow = 600
const chosen: Record<NonNullable<Expectation['patience']>, number> = { short: 200, long: 1_200 }
/** The words are a whole answer, or the sound of the last ones says so: no reason to wait long. */
const whenFinished = 305
/** The words say that more will come; the sound of the last ones says so, which is less sure. */
const whenUnfinished = 1_000
const whenSoundingUnfinished = 800

const patience: Partial<Record<Expectation['kind'], number>> = {
  // A comma in a short answer ("yes, please") is a pause of 160 to 250 ms.
  yesNo: 305,
  boolean: 305,
  choice: 305,
  intent: 305,
  date: 305,
  time: 305,
  dateTime: 305,
  personName: 450,
}

/** Kinds that are spoken freely: the sound of the last words tells more about their end than a fixed silence. */
export const isFree = ({ kind, patience: wanted }: Pick<Expectation, 'kind' | 'patience'>) =>
  wanted === undefined && patience[kind] === undefined

/**
 * Silence that ends a turn: as the author chose, else by what is expected: short answers are over at once, numbers come in groups.
 * `words` and `finished` (by the sound) are what is known of the answer so far; they shorten and lengthen it.
 */
export function patienceMs(
  expectation: Pick<Expectation, 'kind' | 'patience'>,
  { words = 'open', finished }: { words?: WordsSoFar; finished?: boolean } = {},
): number {
  const usual = expectation.patience ? chosen[expectation.patience] : (patience[expectation.kind] ?? slow)
  if (words === 'complete') return Math.min(usual, whenFinished)
  if (words === 'unfinished') return Math.max(usual, whenUnfinished)
  if (finished === false) return Math.max(usual, whenSoundingUnfinished)
  return finished ? Math.min(usual, whenFinished) : usual
}
