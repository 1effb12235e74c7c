import type { Flow, FlowNode } from '../flow.ts'
import { intentCandidates } from '../intent-candidates.ts'
import type { EffectDraft, NodeStep } from '../node-type.ts'
import { answersRather } from '../nodes/understand-request.ts'
import type { CallState, Return } from '../state.ts'
import type { Understanding, UnderstandRequest } from '../understanding.ts'
import type { Json } from '../variables.ts'
import { visitsOf } from '../visits.ts'
import { changed } from './changed.ts'
import { levelsOf, prefixOf } from './place.ts'

type AnywhereNode = Extract<FlowNode, { type: 'anywhere' }>
type Handler = { node: AnywhereNode; flow: Flow; level: number; at: string }

const anywhereNodes = new WeakMap<Flow, readonly AnywhereNode[]>()

function handlersIn(flow: Flow): readonly AnywhereNode[] {
  const known = anywhereNodes.get(flow)
  if (known) return known
  const found = flow.nodes.filter((node): node is AnywhereNode => node.type === 'anywhere')
  anywhereNodes.set(flow, found)
  return found
}

/** The handlers that may take the call now: not cooling down, and not the ones it has to come back from. The innermost flow's first. */
function readyHandlers(root: Flow, state: CallState): Handler[] {
  const levels = levelsOf(root, state.callers)
  const ready: Handler[] = []
  for (let level = levels.length - 1; level >= 0; level -= 1) {
    const flow = levels[level]
    if (!flow) continue
    for (const node of handlersIn(flow)) {
      const at = `${prefixOf(state.callers.slice(0, level))}${node.id}`
      const handledAt = state.handledAt[at]
      const coolingDown = handledAt !== undefined && state.turns <= handledAt + node.data.cooldownTurns
      if (!coolingDown && !state.returns.some(({ handler }) => handler === at)) ready.push({ node, flow, level, at })
    }
  }
  return ready
}

/** Has the wishes that any listening node must hear understood along with what the node itself asks for. */
export function withHandlers(root: Flow, state: CallState, draft: EffectDraft): EffectDraft {
  if (draft.type !== 'understand') return draft
  const intents = [...draft.request.intents]
  for (const { node, flow } of readyHandlers(root, state)) {
    const fresh = node.data.intents.filter((name) => !intents.some((own) => own.name === name))
    intents.push(...intentCandidates(flow, fresh, state.language))
  }
  return intents.length === draft.request.intents.length ? draft : { ...draft, request: { ...draft.request, intents } }
}

/** The handler an answer calls for, unless the node itself routes by that intent or found a surer answer to its own question. */
export function handlerFor(
  root: Flow,
  state: CallState,
  own: readonly string[],
  wanted: UnderstandRequest['slots'],
  result: Understanding,
): Handler | undefined {
  const { intent, confidence } = result
  if (intent === null || own.includes(intent) || confidence < root.settings.understanding.anywhereThreshold) return undefined
  if (answersRather(result, wanted)) return undefined
  return readyHandlers(root, state).find(({ node }) => node.data.intents.includes(intent))
}

/** The state with the call standing at the handler, able to come back. */
export function takenBy({ level, at }: Handler, state: CallState): CallState {
  const { lastListen, lastQuestion, callers, variables, local, language } = state
  const visit = visitsOf(state, at) + 1
  const back: Return = { handler: at, visit, at: state.at, callers, variables, local, language, lastListen, lastQuestion }
  const outer = callers[level]
  return changed(state, {
    at,
    callers: callers.slice(0, level),
    variables: outer ? outer.variables : variables,
    // No more of them than handlers: each takes the call once before it goes back.
    returns: [...state.returns, back],
    handledAt: { ...state.handledAt, [at]: state.turns },
  })
}

/**
 * The state back where the last handler took the call from, and that place's question and listen again; without a step where the
 * language has changed meanwhile: the node is to be entered anew.
 */
export function cameBack(state: CallState): { state: CallState; step: NodeStep<Json> | undefined } | undefined {
  const back = state.returns.at(-1)
  if (!back) return undefined
  const level = state.callers.length
  const isInner = back.callers.length > level
  const restored: CallState = changed(state, {
    at: back.at,
    callers: back.callers.map((caller, index) => (index === level ? { ...caller, variables: state.variables } : caller)),
    variables: isInner ? back.variables : state.variables,
    local: back.local,
    returns: state.returns.slice(0, -1),
    path: [...state.path, back.at],
    lastQuestion: null,
    lastListen: null,
  })
  if (back.language !== state.language || !back.lastListen) return { state: restored, step: undefined }
  const { lastQuestion: question, lastListen } = back
  const words: EffectDraft[] = question === null ? [] : [{ type: 'say', text: question, interruptible: true }]
  return {
    state: restored,
    step: { effects: [...words, lastListen], ...(question === null ? {} : { question }), why: { code: 'cameBack' } },
  }
}
