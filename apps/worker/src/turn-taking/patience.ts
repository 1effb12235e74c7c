import type { Expectation } from '@parley/flow-runtime'

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
  holdAfterMs: 64,
  goOnAfterMs: 100,
  /** From the end of speech to the recogniser's last word. */
  finalDeadlineMs: 1_500,
  /** A final message without the mark that it is the last: wait this long for another. */
  moreFinalsMs: 150,
  /** Without any message at all the recogniser gets this long, twice: a busy one is late, a dead one never answers. */
  silentRecogniserMs: 2_250,
  /** Clear voice of this length without any message means that the recogniser is not there. */
  certainSpeechMs: 300,
  maxTurnMs: 30_000,
  /** The contact's audio stopped coming: the turn goes on by the clock. */
  audioGoneMs: 1_000,
} as const

const slow = 600
const chosen: Record<NonNullable<Expectation['patience']>, number> = { short: 250, long: 1_200 }

const patience: Partial<Record<Expectation['kind'], number>> = {
  yesNo: 200,
  boolean: 200,
  choice: 200,
  intent: 300,
  date: 300,
  time: 300,
  dateTime: 300,
  personName: 450,
}

/** Silence that ends a turn: as the author chose, else by what is expected: short answers are over at once, numbers come in groups. */
export function patienceMs({ kind, patience: wanted }: Pick<Expectation, 'kind' | 'patience'>): number {
  return wanted ? chosen[wanted] : (patience[kind] ?? slow)
}
