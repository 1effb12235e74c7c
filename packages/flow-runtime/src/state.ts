import type { Effect } from './effects.ts'
import type { CallFacts, CallOutcome } from './events.ts'
import type { Language } from './text.ts'
import type { Json, Variables } from './variables.ts'

/** Everything the interpreter knows between two events. JSON; equal after a round trip through JSON. */
export type CallState = {
  status: 'running' | 'ended'
  at: string
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
  visits: Readonly<Record<string, number>>
  /** What the current node remembers of itself (tries, offered times, …). */
  local: Json
  /** The last thing asked, as spoken: said again after a recovery. */
  lastQuestion?: string
  /** The contact broke into speech that no listening node has answered yet. */
  hasFloor: boolean
  path: readonly string[]
  /** How the call ends. Set while still `running`: the last line is being said or the hang-up is not confirmed yet. */
  outcome?: CallOutcome
}
