import type { CallOutcome } from './call-outcomes.ts'
import type { Effect } from './effects.ts'
import type { CallFacts } from './events.ts'
import type { EffectDraft } from './node-type.ts'
import type { Language } from './text.ts'
import type { Json, Variables } from './variables.ts'

export type ListenDraft = Extract<EffectDraft, { type: 'listen' }>
/** A flow waiting for its subflow: the subflow node (whole id) and the variables of that level. */
export type Caller = { at: string; variables: Variables }
/** Where a handler goes back to, as it was left. */
export type Return = Pick<CallState, 'at' | 'callers' | 'variables' | 'local' | 'language' | 'lastListen' | 'lastQuestion'> & {
  handler: string
  /** Which visit of the handler this is the way back of. */
  visit: number
}
export type Task = { nodeId: string; level: number; status: 'running' | 'ok' | 'error' | 'timeout' }

/**
 * Everything the interpreter knows between two events. JSON; equal after a round trip through JSON. Nothing is ever absent but the
 * outcome: objects of one shape are copied several times faster.
 */
export type CallState = {
  status: 'running' | 'ended'
  /** Id of the current node; inside a subflow `<subflow node>/<node>`. */
  at: string
  /** The flows that wait for a running subflow, outermost first. */
  callers: readonly Caller[]
  /** Where `anywhere` handlers go back to, the innermost last. */
  returns: readonly Return[]
  /** Turn in which each `anywhere` handler last took the call. */
  handledAt: Readonly<Record<string, number>>
  /** Background tasks by id, with the level of subflows they were started on. */
  tasks: Readonly<Record<string, Task>>
  /** News of background tasks that the contact has not been told yet. */
  announcements: readonly string[]
  /** Speeches marked to be heard that were not heard to their end (effect ids). */
  unheard: readonly string[]
  /** The language the contact was last surely heard in. */
  heardLanguage: Language | null
  /** Turn in which the call last followed the contact into another language. */
  followedAt: number | null
  /** The contact's last words. */
  lastSaid: { text: string; confidence: number } | null
  /** The last listen asked for by the current node, to be asked again after an interlude. */
  lastListen: ListenDraft | null
  language: Language
  variables: Variables
  facts: CallFacts
  startedAt: number
  /** Effects not answered yet, whole, so that a process that takes over can perform them again. */
  awaiting: readonly Effect[]
  /** Number of the next effect id (`e1`, `e2`, …). */
  nextEffect: number
  turns: number
  /** How often the contact stayed silent when the flow listened. */
  silences: number
  /** What the current node remembers of itself (tries, offered times, …). */
  local: Json
  /** The last thing asked, as spoken: said again after a recovery. */
  lastQuestion: string | null
  /** A machine answered and the flow's `machine` node took the call. */
  answeredByMachine: boolean
  /** The contact broke into speech that no listening node has answered yet. */
  hasFloor: boolean
  path: readonly string[]
  /** What language models used in this call; `unpriced`: answers without a price, `estimated`: without a count of the provider's. */
  usage: { inputTokens: number; outputTokens: number; cost: number; unpriced: number; estimated: number }
  /** How the call ends. Set while still `running`: the last line is being said or the hang-up is not confirmed yet. */
  outcome?: CallOutcome
}
