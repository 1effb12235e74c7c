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
  tools: readonly { name: string; description: string }[]
  /** Values the model may report, typed like slots. */
  results: readonly SlotRequest[]
  now: number
  timeZone: string
}

/** A proposal; nothing in it is believed unless the request allows it. `failure` is a stable code, with `text` ''. */
export type Generated = {
  text: string
  exit: string | null
  tool: { name: string; input: Json } | null
  values: Readonly<Record<string, Json>>
  failure?: string
  tookMs: number
  engine: string
}
