import type { Decision, Effect } from '../effects.ts'
import type { Flow } from '../flow.ts'
import { indexOf } from '../flow-index.ts'
import type { EffectDraft, NodeStep } from '../node-type.ts'
import type { CallState, Task } from '../state.ts'
import type { Json } from '../variables.ts'
import type { Why } from '../why/why.ts'
import { stillAwaited } from './answers.ts'
import { withHandlers } from './anywhere.ts'
import { changed } from './changed.ts'
import type { Place } from './place.ts'
import { isAwaited, issue, type Stepped } from './steps.ts'

/** Memories that a node of this process gave: they are what its type says. One that came from outside is parsed. */
const ownMemories = new WeakSet<object>()
export const isOwnMemory = (memory: Json): boolean => typeof memory === 'object' && memory !== null && ownMemories.has(memory)

/** Writes what the current node wants into the state; does not move. */
export function take(root: Flow, place: Place, { state: before, effects, decisions }: Stepped, result: NodeStep<Json>): Stepped {
  const state = result.language ? changed(before, { language: result.language }) : before
  const wanted = draftsOf(root, before, state, result)
  const issued = issue(state, wanted, place.flow.settings.interruption.enabled)
  const next = changed(state, {
    awaiting: stillAwaited(state.awaiting, issued.effects.filter(isAwaited)),
    nextEffect: issued.nextEffect,
    variables: result.variables ? { ...state.variables, ...result.variables } : state.variables,
    local: result.memory === undefined ? state.local : result.memory,
    hasFloor: result.hasFloor ?? state.hasFloor,
    tasks: withTasks(state, issued.effects),
  })
  if (typeof result.memory === 'object' && result.memory !== null) ownMemories.add(result.memory)
  if (wanted.some(isAside)) next.announcements = []
  if (result.question) next.lastQuestion = result.question
  for (const draft of wanted) if (draft.type === 'listen') next.lastListen = draft
  return {
    state: next,
    effects: [...effects, ...issued.effects],
    decisions: result.why ? [...decisions, decisionOf(place, state.at, result, result.why)] : decisions,
  }
}

/** What the node asks for, with a switch of language first, news before its first words, and the wishes heard everywhere. */
function draftsOf(root: Flow, before: CallState, state: CallState, { effects = [] }: NodeStep<Json>): readonly EffectDraft[] {
  const switches = state.language !== before.language
  const speaks = state.announcements.length > 0 && effects.some(({ type }) => type === 'say')
  const understands = effects.some(({ type }) => type === 'understand')
  if (!switches && !speaks && !understands) return effects
  const drafts = understands ? effects.map((draft) => withHandlers(root, state, draft)) : [...effects]
  if (speaks) drafts.unshift(...state.announcements.map((text): EffectDraft => ({ type: 'say', text, interruptible: true, aside: true })))
  if (switches) drafts.unshift({ type: 'setLanguage', to: state.language })
  return drafts
}

const isAside = (draft: EffectDraft) => draft.type === 'say' && draft.aside === true

function withTasks({ tasks, callers, at }: CallState, effects: readonly Effect[]): CallState['tasks'] {
  const started = effects.filter(({ type }) => type === 'startTask')
  if (started.length === 0) return tasks
  const task: Task = { nodeId: at, level: callers.length, status: 'running' }
  return { ...tasks, ...Object.fromEntries(started.map(({ id }) => [id, task])) }
}

function decisionOf({ flow, prefix }: Place, nodeId: string, { outcome, candidates }: NodeStep<Json>, why: Why): Decision {
  const decision: Decision = { nodeId, why, candidates: candidates ?? [] }
  if (outcome === undefined) return decision
  const target = indexOf(flow).edge(nodeId.slice(prefix.length), outcome)?.target
  return target === undefined ? { ...decision, outcome } : { ...decision, outcome, nextNodeId: `${prefix}${target}` }
}
