import type { CallOutcome } from './events.ts'
import type { Language } from './text.ts'
import type { UnderstandRequest } from './understanding.ts'
import type { Json, VariableType } from './variables.ts'
import type { Why } from './why/why.ts'

/** What the node expects to hear; sets end-of-turn patience and the recogniser's hints. */
export type Expectation = {
  kind: 'intent' | 'yesNo' | 'choice' | 'free' | VariableType
  /** Words and phrases likely to be said: sample sentences, choices, names. Sent as recognition hints. */
  hints: readonly string[]
}

/**
 * What the interpreter asks of the world. Each has an id unique in its call; the answering event names it.
 * say → speechFinished · listen → contactSaid | contactSilent · understand → understood · callTool → toolFinished ·
 * transfer → transferFinished · hangUp → hungUp. A `listen` issued in the same step as a `say` starts counting
 * silence when that speech ends, but hears an interruption at once.
 */
export type Effect =
  | { type: 'say'; id: string; nodeId: string; text: string; language: Language; interruptible: boolean }
  | { type: 'listen'; id: string; nodeId: string; language: Language; timeoutMs: number; expectation: Expectation }
  | { type: 'understand'; id: string; nodeId: string; request: UnderstandRequest }
  | { type: 'callTool'; id: string; nodeId: string; tool: ToolName; input: Json }
  | { type: 'transfer'; id: string; nodeId: string; to: string }
  | { type: 'hangUp'; id: string; nodeId: string; outcome: CallOutcome }

export type EffectType = Effect['type']
export type EffectOf<T extends EffectType> = Extract<Effect, { type: T }>

export type ToolName = 'calendar.findTimes' | 'calendar.book'

/** Why the call moved (or stayed): drawn on the canvas and shown on the call page. */
export type Decision = {
  nodeId: string
  /** undefined while the node waits. */
  outcome?: string
  nextNodeId?: string
  why: Why
  candidates: readonly { name: string; value?: Json; confidence: number }[]
}
