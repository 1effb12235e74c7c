/** What a call was answered by. */
export type AnsweredBy = 'human' | 'machine' | 'unsure'

/** Why: what decided; `carrier`: its own detection. */
export type Reason = 'shortGreeting' | 'longGreeting' | 'phrase' | 'beep' | 'carrier' | 'timeUp'

/** What was heard at the beginning of a call; no words (they are personal data), only the ids of known phrases. */
export type Evidence = {
  /** The first voice without a longer pause, and the pause after it. */
  greetingMs: number
  pauseMs: number
  phrases: readonly string[]
  /** `atMs`: its end, from the answer. */
  beep?: { atMs: number; hz: number; ms: number }
}

export type Judgement = { answeredBy: AnsweredBy; reason: Reason; at: number; afterMs: number; evidence: Evidence }

/** The evidence as the journal keeps it. */
export const evidenceOf = ({ reason, afterMs, evidence }: Judgement): string => JSON.stringify({ reason, afterMs, ...evidence })
