import type { Flow } from '../flow.ts'
import { indexOf } from '../flow-index.ts'
import type { NodeContext, NodeEvent, NodeStep } from '../node-type.ts'
import { nodeTypeOf } from '../node-type-of.ts'
import type { CallState } from '../state.ts'
import type { Json } from '../variables.ts'
import { cameBack } from './anywhere.ts'
import { changed } from './changed.ts'
import { bringToEnd, failCall } from './ending.ts'
import { type Place, placeOf } from './place.ts'
import { mustBeHeard, type Stepped } from './steps.ts'
import { enteredSubflow, leftSubflow } from './subflows.ts'
import { isOwnMemory, take } from './take.ts'

/** Nodes passed without waiting for the world, at most, in one step. */
export const maxSilentHops = 100

/** Tells the current node what happened and follows where it leads. */
export function tell(root: Flow, before: Stepped, event: NodeEvent): Stepped {
  const { state } = before
  const place = placeOf(root, state)
  if (!place.node) return failCall(root, before, event.at, { code: 'nodeMissing', values: { node: state.at } })
  return follow(root, before, heardBy(place, state, event), event.at)
}

/** Enters the node the state points at and goes on until something is awaited or the call ends. */
export function enter(root: Flow, before: Stepped, now: number): Stepped {
  return follow(root, before, entered(placeOf(root, before.state), before.state, now), now)
}

/** Takes what the current node wants and walks on until something is awaited or the call ends. */
export function follow(root: Flow, before: Stepped, first: NodeStep<Json> | undefined, now: number): Stepped {
  let stepped = before
  let result = first
  for (let hops = 0; hops < maxSilentHops; hops += 1) {
    if (!result) return failCall(root, stepped, now, { code: 'nodeMissing', values: { node: stepped.state.at } })
    const place = placeOf(root, stepped.state)
    stepped = take(root, place, stepped, result)
    if (result.end) {
      const { outcome, lastLine, hangUp } = result.end
      if (hangUp) return bringToEnd(stepped, outcome, lastLine, root.settings.interruption.enabled)
      return { ...stepped, state: changed(stepped.state, { status: 'ended', outcome, awaiting: [] }) }
    }
    const moved = moveOn(root, place, stepped, result, now)
    if (moved === 'stay') {
      if (stepped.state.awaiting.length > 0) return stepped
      return failCall(root, stepped, now, { code: 'nothingAwaited' })
    }
    if (moved === 'nowhere') return failCall(root, stepped, now, { code: 'nothingFollows', values: { outcome: result.outcome ?? '' } })
    stepped = { ...stepped, state: moved.state }
    result = moved.next
  }
  return failCall(root, stepped, now, { code: 'tooManyNodes', values: { count: maxSilentHops } })
}

type Moved = { state: CallState; next: NodeStep<Json> | undefined }

function moveOn(root: Flow, place: Place, { state }: Stepped, result: NodeStep<Json>, now: number): Moved | 'stay' | 'nowhere' {
  const standing = (moved: CallState): Moved => ({ state: moved, next: entered(placeOf(root, moved), moved, now) })
  if (result.subflow) {
    const inner = enteredSubflow(root, state, result.subflow)
    if (inner) return standing(inner)
    return { state, next: { outcome: 'failed', why: { code: 'subflowMissing', values: { flow: result.subflow.flow } } } }
  }
  if (result.result !== undefined) {
    const left = leftSubflow(state, result.result, now)
    if (!left) return 'nowhere'
    return { state: left.state, next: heardBy(placeOf(root, left.state), left.state, left.event) }
  }
  if (result.outcome === undefined) return 'stay'
  const edge = indexOf(place.flow).edge(state.at.slice(place.prefix.length), result.outcome)
  if (edge) return standing(moveTo(state, `${place.prefix}${edge.target}`))
  const back = result.comeBack ? cameBack(state) : undefined
  if (!back) return 'nowhere'
  return back.step ? { state: back.state, next: back.step } : standing(changed(back.state, { local: null }))
}

const contextOf = (flow: Flow, state: CallState, now: number): NodeContext => ({ nodeId: state.at, head: flow, state, now })

function entered({ flow, node }: Place, state: CallState, now: number): NodeStep<Json> | undefined {
  return node && nodeTypeOf(node).enter(node.data, contextOf(flow, state, now))
}

function heardBy({ flow, node }: Place, state: CallState, event: NodeEvent): NodeStep<Json> | undefined {
  if (!node) return undefined
  const nodeType = nodeTypeOf(node)
  const context = contextOf(flow, state, event.at)
  if (isOwnMemory(state.local)) return nodeType.on(node.data, event, context, state.local)
  const memory = nodeType.memory.safeParse(state.local)
  return memory.success ? nodeType.on(node.data, event, context, memory.data) : {}
}

/** The state with the call standing at another node (whole id); what must be heard goes on being spoken. */
export function moveTo(state: CallState, target: string): CallState {
  return changed(state, {
    at: target,
    awaiting: state.awaiting.filter(mustBeHeard),
    local: null,
    path: [...state.path, target],
    lastQuestion: null,
    lastListen: null,
  })
}
