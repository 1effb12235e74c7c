import type { Decision } from '../effects.ts'
import type { Flow } from '../flow.ts'
import { indexOf } from '../flow-index.ts'
import type { NodeContext, NodeEvent, NodeStep } from '../node-type.ts'
import { nodeTypeOf } from '../node-type-of.ts'
import type { CallState } from '../state.ts'
import type { Json } from '../variables.ts'
import type { Why } from '../why/why.ts'
import { stillAwaited } from './answers.ts'
import { bringToEnd, failCall } from './ending.ts'
import { issue, type Stepped } from './steps.ts'

/** Nodes passed without waiting for the world, at most, in one step. */
export const maxSilentHops = 100

/** Gives an awaited answer to the current node and follows where it leads. */
export function answer(flow: Flow, state: CallState, event: NodeEvent): Stepped {
  const node = indexOf(flow).node(state.at)
  if (!node) return failCall(flow, { state, effects: [], decisions: [] }, event.at, { code: 'nodeMissing', values: { node: state.at } })
  const nodeType = nodeTypeOf(node)
  const memory = nodeType.memory.safeParse(state.local)
  const result: NodeStep<Json> = memory.success ? nodeType.on(node.data, event, contextOf(flow, state, event.at), memory.data) : {}
  return follow(flow, { state, effects: [], decisions: [] }, result, event.at)
}

/** Enters the node the state points at and goes on until something is awaited or the call ends. */
export function enter(flow: Flow, before: Stepped, now: number): Stepped {
  return follow(flow, before, enterNode(flow, before, now), now)
}

function follow(flow: Flow, before: Stepped, first: NodeStep<Json> | undefined, now: number): Stepped {
  let stepped = before
  let result = first
  for (let hops = 0; hops <= maxSilentHops; hops += 1) {
    if (!result) return failCall(flow, stepped, now, { code: 'nodeMissing', values: { node: stepped.state.at } })
    stepped = take(flow, stepped, result)
    const { at } = stepped.state
    if (result.end) {
      const { outcome, lastLine, hangUp } = result.end
      if (hangUp) return bringToEnd(stepped, outcome, lastLine, flow.settings.interruption.enabled)
      return { ...stepped, state: { ...stepped.state, status: 'ended', outcome, awaiting: [] } }
    }
    if (result.outcome === undefined) {
      if (stepped.state.awaiting.length > 0) return stepped
      return failCall(flow, stepped, now, { code: 'nothingAwaited' })
    }
    const edge = indexOf(flow).edge(at, result.outcome)
    if (!edge) return failCall(flow, stepped, now, { code: 'nothingFollows', values: { outcome: result.outcome } })
    if (hops === maxSilentHops) break
    stepped = { ...stepped, state: moveTo(stepped.state, edge.target) }
    result = enterNode(flow, stepped, now)
  }
  return failCall(flow, stepped, now, { code: 'tooManyNodes', values: { count: maxSilentHops } })
}

const contextOf = (flow: Flow, state: CallState, now: number): NodeContext => ({ nodeId: state.at, head: flow, state, now })

function enterNode(flow: Flow, { state }: Stepped, now: number): NodeStep<Json> | undefined {
  const node = indexOf(flow).node(state.at)
  return node && nodeTypeOf(node).enter(node.data, contextOf(flow, state, now))
}

function moveTo(state: CallState, target: string): CallState {
  const moved: CallState = {
    ...state,
    at: target,
    awaiting: [],
    local: null,
    visits: { ...state.visits, [target]: (state.visits[target] ?? 0) + 1 },
    path: [...state.path, target],
  }
  delete moved.lastQuestion
  return moved
}

/** Writes what a node answered into the state; does not move. */
function take(flow: Flow, { state, effects, decisions }: Stepped, result: NodeStep<Json>): Stepped {
  const issued = issue(state, result.effects ?? [], flow.settings.interruption.enabled)
  const next: CallState = {
    ...state,
    awaiting: stillAwaited(state.awaiting, issued.effects),
    nextEffect: issued.nextEffect,
    variables: result.variables ? { ...state.variables, ...result.variables } : state.variables,
    local: result.memory === undefined ? state.local : result.memory,
    hasFloor: result.hasFloor ?? state.hasFloor,
  }
  if (result.question) next.lastQuestion = result.question
  return {
    state: next,
    effects: [...effects, ...issued.effects],
    decisions: result.why ? [...decisions, decisionOf(flow, state.at, result, result.why)] : decisions,
  }
}

function decisionOf(flow: Flow, nodeId: string, { outcome, candidates }: NodeStep<Json>, why: Why): Decision {
  const decision: Decision = { nodeId, why, candidates: candidates ?? [] }
  if (outcome === undefined) return decision
  const nextNodeId = indexOf(flow).edge(nodeId, outcome)?.target
  return nextNodeId === undefined ? { ...decision, outcome } : { ...decision, outcome, nextNodeId }
}
