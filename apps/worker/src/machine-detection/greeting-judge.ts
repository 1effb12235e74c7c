import type { Beep } from './beep-detector.ts'
import type { AnsweredBy, Evidence, Judgement, Reason } from './judgement.ts'
import { phrasesIn, type Tells } from './phrases.ts'

/** Times of the judge, in milliseconds. */
export const greetingTimes = {
  /** A pause this long ends a greeting, and after a short one is a person's who waits for us. */
  pauseMs: 500,
  /** "Hello?", "Allô, oui ?": nobody's machine is shorter. */
  shortMs: 1_800,
  /** Nobody greets a caller they do not know for longer. */
  longMs: 3_500,
  /** Several sentences with pauses between them. */
  longInAllMs: 5_500,
  /** Longer than that between two sentences, somebody waits for an answer. */
  sentencePauseMs: 1_500,
  /** Voice shorter than this is a click. */
  leastMs: 64,
  /** Who has heard this much of us answers, perhaps at length, and greets no more. */
  answerAfterMs: 2_000,
  /** So long a person's verdict may be corrected by the words of a machine or its beep. */
  correctWithinMs: 8_000,
  /** Then nobody knows. */
  giveUpAfterMs: 20_000,
} as const

/** Voice without a longer pause, as far as it has come; `heardUsMs`: how much of us the contact had heard when it began. */
export type Run = { onsetAt: number; lastVoicedAt: number; heardUsMs: number }

/**
 * Judges from the first seconds of a call whether a person or a machine answered. Pure: knows the contact's voice as runs, words as text and time only
 * from its inputs (one clock). Each input returns the judgement it brings about, at most one; a person's may be followed by a machine's, once.
 */
export function createGreetingJudge(answeredAt: number) {
  const heard: Run[] = []
  const phrases = new Map<string, Tells>()
  let beep: Beep | undefined
  let told: 'human' | 'machine' | undefined
  let verdict: AnsweredBy | undefined

  const lengthOf = ({ onsetAt, lastVoicedAt }: Run) => lastVoicedAt - onsetAt
  const greetings = () => heard.filter(({ heardUsMs }) => heardUsMs < greetingTimes.answerAfterMs)
  const count = (what: Tells) => [...phrases.values()].filter((each) => each === what).length

  function evidence(at: number): Evidence {
    const [first, second] = heard
    return {
      greetingMs: first ? Math.round(lengthOf(first)) : 0,
      pauseMs: first ? Math.round(Math.max(0, (second?.onsetAt ?? at) - first.lastVoicedAt)) : 0,
      phrases: [...phrases.keys()],
      ...(beep && { beep: { atMs: Math.round(beep.endedAt - answeredAt), hz: beep.hz, ms: beep.ms } }),
    }
  }

  function decide(answeredBy: AnsweredBy, reason: Reason, at: number): Judgement {
    verdict = answeredBy
    return { answeredBy, reason, at, afterMs: Math.round(at - answeredAt), evidence: evidence(at) }
  }

  /** One greeting without a pause, or sentence after sentence without waiting for anybody. */
  function isLong(): boolean {
    const runs = greetings()
    let inAllMs = 0
    for (const [index, run] of runs.entries()) {
      const before = runs[index - 1]
      if (before && run.onsetAt - before.lastVoicedAt > greetingTimes.sentencePauseMs) inAllMs = 0
      inAllMs += lengthOf(run)
      if (lengthOf(run) > greetingTimes.longMs || inAllMs > greetingTimes.longInAllMs) return true
    }
    return false
  }

  function machine(at: number): Judgement | undefined {
    if (verdict === 'machine' || (verdict && at - answeredAt > greetingTimes.correctWithinMs)) return undefined
    if (beep) return decide('machine', 'beep', at)
    if (told === 'machine') return decide('machine', 'carrier', at)
    if (count('machine') > 0 || (count('perhaps') > 1 && !verdict)) return decide('machine', 'phrase', at)
    return isLong() ? decide('machine', 'longGreeting', at) : undefined
  }

  function judge(at: number): Judgement | undefined {
    const isMachine = machine(at)
    if (isMachine || verdict) return isMachine
    if (told) return decide(told, 'carrier', at)
    const last = heard.at(-1)
    const quietFor = last ? at - last.lastVoicedAt : 0
    if (count('human') > 0 && heard.length === 1 && quietFor >= greetingTimes.pauseMs) return decide('human', 'phrase', at)
    const isShort = heard.length === 1 && last && lengthOf(last) < greetingTimes.shortMs
    if (isShort && count('perhaps') === 0 && quietFor >= greetingTimes.pauseMs) return decide('human', 'shortGreeting', at)
    return at - answeredAt >= greetingTimes.giveUpAfterMs ? decide('unsure', 'timeUp', at) : undefined
  }

  return {
    /** The contact's voice at `at`: a new run, or an earlier one that went on. */
    voice(run: Run, at: number): Judgement | undefined {
      if (lengthOf(run) < greetingTimes.leastMs) return judge(at)
      const known = heard.findIndex(({ onsetAt }) => onsetAt === run.onsetAt)
      if (known >= 0) heard[known] = run
      else heard.push(run)
      return judge(at)
    },
    words(text: string, at: number): Judgement | undefined {
      for (const { id, tells: what } of phrasesIn(text)) phrases.set(id, what)
      return judge(at)
    },
    beep(found: Beep, at: number): Judgement | undefined {
      beep ??= found
      return judge(at)
    },
    /** What the carrier's own detection says; its last word counts. */
    carrier(answeredBy: 'human' | 'machine', at: number): Judgement | undefined {
      told = answeredBy
      return judge(at)
    },
    tick: judge,
    verdict: () => verdict,
  }
}
