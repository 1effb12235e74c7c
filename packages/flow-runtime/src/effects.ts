import type { CallOutcome } from './call-outcomes.ts'
import type { GenerateRequest } from './generation.ts'
import type { Language } from './text.ts'
import type { UnderstandRequest } from './understanding.ts'
import type { Json, VariableType } from './variables.ts'
import type { Why } from './why/why.ts'

/** What the node expects to hear; sets end-of-turn patience and the recogniser's hints. */
export type Expectation = {
  kind: 'intent' | 'yesNo' | 'choice' | 'free' | VariableType
  /** Words and phrases likely to be said: sample sentences, choices, names. Sent as recognition hints. */
  hints: readonly string[]
  /** The author's own choice of patience; absent: by what is expected. */
  patience?: 'short' | 'long'
}

/**
 * Keys answer a listen too. `secret`: the digits stay outside the state and the journal, under this name; a key is told as `•`.
 * `begun`: keys have come in, so silence ends the entry and is no silence of the contact.
 */
export type KeyEntry = { secret?: string; begun?: true }

/** Something worth keeping about the call, told once and not answered; whoever performs it stores it at once. */
export type CallRecord =
  | { what: 'tag'; disposition?: string; qualification?: string; score?: number; note?: string }
  /** `unasked`: the contact said so without being asked; a no is then an opt-out. */
  | { what: 'consent'; purpose: string; given: boolean; unasked?: true }
  /** `at`: ISO instant of the wanted next attempt. */
  | { what: 'callback'; at: string; note?: string }

/**
 * What the interpreter asks of the world. Each has an id unique in its call; the answering event names it.
 * say → speechFinished · listen → contactSaid | contactSilent | keyPressed · understand → understood · generate → generated ·
 * callTool → toolFinished · transfer → transferFinished · wait → waitFinished · hangUp → hungUp · startTask → taskFinished, whenever.
 * setLanguage, record and sendKeys are not answered. A `listen` issued in the same step as a `say` starts counting silence when that
 * speech ends, but hears an interruption at once.
 */
export type Effect =
  | {
      type: 'say'
      id: string
      nodeId: string
      text: string
      language: Language
      interruptible: boolean
      /** Voice of this node, where it has its own. */
      voice?: string
      /** Id of the `generate` whose words these are: they are being said already. */
      begun?: string
      /** News of a background task, said between the node's own words: its end is no answer to the node. */
      aside?: true
    }
  | {
      type: 'listen'
      id: string
      nodeId: string
      language: Language
      timeoutMs: number
      expectation: Expectation
      keys?: KeyEntry
    }
  | { type: 'understand'; id: string; nodeId: string; request: UnderstandRequest }
  | { type: 'generate'; id: string; nodeId: string; request: GenerateRequest }
  | { type: 'callTool'; id: string; nodeId: string; tool: ToolName; input: Json; timeoutMs?: number }
  | { type: 'startTask'; id: string; nodeId: string; task: string; input: Json; timeoutMs: number }
  | { type: 'transfer'; id: string; nodeId: string; to: string; mode: TransferMode; briefing?: string; timeoutMs: number }
  | { type: 'setLanguage'; id: string; nodeId: string; to: Language }
  | { type: 'record'; id: string; nodeId: string; entry: CallRecord }
  | { type: 'sendKeys'; id: string; nodeId: string; keys: string }
  | { type: 'wait'; id: string; nodeId: string; ms: number }
  | { type: 'hangUp'; id: string; nodeId: string; outcome: CallOutcome }

export type EffectType = Effect['type']
export type EffectOf<T extends EffectType> = Extract<Effect, { type: T }>

/** cold: connected and left · warm: the colleague is briefed and accepts first · refer: the carrier moves the call (SIP REFER). */
export type TransferMode = 'cold' | 'warm' | 'refer'

export type ToolName =
  | 'calendar.findTimes'
  | 'calendar.book'
  | 'calendar.findAppointments'
  | 'calendar.reschedule'
  | 'calendar.cancel'
  | 'contact.find'
  | 'contact.update'
  | 'message.send'
  | 'http.request'
  | 'tool.call'
  | 'knowledge.answer'

/** Why the call moved (or stayed): drawn on the canvas and shown on the call page. */
export type Decision = {
  nodeId: string
  /** undefined while the node waits. */
  outcome?: string
  nextNodeId?: string
  why: Why
  candidates: readonly { name: string; value?: Json; confidence: number }[]
}
