import type { Language } from './text.ts'
import type { VariableType } from './variables.ts'

export type IntentCandidate = { name: string; description?: string; samples: readonly string[] }
export type SlotRequest = { name: string; type: VariableType; choices?: readonly { value: string; synonyms: readonly string[] }[] }

/** What an understanding engine is asked: the utterance and everything it may answer with. */
export type UnderstandRequest = {
  text: string
  language: Language
  /** What the agent last asked, as spoken. */
  question?: string
  /** Empty when the node only fills slots. */
  intents: readonly IntentCandidate[]
  slots: readonly SlotRequest[]
  /** IANA zone of the call; relative dates are resolved in it. */
  timeZone: string
  /** Epoch milliseconds of the utterance. */
  now: number
}

/** `value` is canonical (see VariableDeclaration); `raw` the words it came from; confidences 0 to 1. */
export type FilledSlot = { name: string; value: string | number | boolean; raw: string; confidence: number }

/** `intent` is null for "none of these". */
export type Understanding = {
  intent: string | null
  confidence: number
  candidates: readonly { intent: string; confidence: number }[]
  slots: readonly FilledSlot[]
  /** The language of the words, when the engine is sure of it. */
  language?: Language
  /** The author's sample that the words resembled most, when samples decided. */
  closestSample?: string
  /** For whoever looks into the engine; not for the studio. */
  reason: string
  /** Who decided: `local`, `model`, … */
  engine: string
  tookMs: number
}
