import type { Language } from './text.ts'
import type { SlotRequest } from './understanding.ts'
import type { Json } from './variables.ts'

/** What a language model is asked for in an agent node: the next words, and at most one proposal. */
export type GenerateRequest = {
  goal: string
  instructions: string
  language: Language
  /** Oldest first; the agent's words are those that were heard. */
  messages: readonly { speaker: 'agent' | 'contact' | 'tool'; text: string }[]
  exits: readonly { name: string; description: string }[]
  /** `arguments`: names and types, as written by the author: `model, year: number, note?`; '' when they are not known. */
  tools: readonly { name: string; description: string; arguments: string }[]
  /** What was said before `messages`, in short; '' when nothing was left out. `left`: how many messages that is. */
  summary: string
  left: number
  /** About how many tokens of messages a question may have; much longer conversations are summed up. */
  contextTokens: number
  /** The values of the call as JSON text: facts that may be said, besides those of tools and of the author's own texts. */
  known: string
  /** The words are spoken clause by clause while they are written. */
  speaking: {
    interruptible: boolean
    voice?: string
    /** Said instead of a clause with facts that nobody gave. */
    instead: string
    /** Characters of one reply, at most; the rest is cut at a clause. */
    longest: number
  }
  /** Of a million tokens, by model. */
  prices: readonly { model: string; input: number; output: number }[]
  /** Values the model may report, typed like slots. */
  results: readonly SlotRequest[]
  now: number
  timeZone: string
}

/** Tokens of one answer; `estimated` from the characters where the provider did not count. `cost` only where the model has a price. */
export type ModelUsage = { model: string; inputTokens: number; outputTokens: number; estimated?: true; cost?: number }

/** A proposal; nothing in it is believed unless the request allows it. `failure` is a stable code, with `text` ''. */
export type Generated = {
  text: string
  exit: string | null
  /** `wrong`: what is wrong with the input; the tool is not run. */
  tool: { name: string; input: Json; wrong?: string } | null
  values: Readonly<Record<string, Json>>
  /** The text is being said since it was written, or was cut by the contact: its `say` only waits for the end. */
  begun?: true
  failure?: string
  /** What was done to the words, as codes: `REPLY_SHORTENED`, `REPLY_UNFOUNDED`, `REPLY_CUT_OFF`. */
  notes?: readonly string[]
  /** One for every answer paid for, also of questions asked again. */
  usage?: readonly ModelUsage[]
  /** The first messages of the conversation in short, so many of them counted from its beginning. */
  summary?: { text: string; messages: number }
  tookMs: number
  engine: string
}
