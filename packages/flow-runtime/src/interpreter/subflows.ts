import type { Flow } from '../flow.ts'
import type { NodeEvent, NodeStep } from '../node-type.ts'
import type { CallState } from '../state.ts'
import type { Json } from '../variables.ts'
import { changed } from './changed.ts'
import { subflowOf } from './place.ts'
import { moveTo } from './walk.ts'

/** Subflows within subflows, at most. */
const maxDepth = 8

/** The state at the first node of a subflow; undefined when there is no such subflow, or too many run within each other. */
export function enteredSubflow(root: Flow, state: CallState, wanted: NonNullable<NodeStep<Json>['subflow']>): CallState | undefined {
  const inner = subflowOf(root, wanted.flow)
  if (!inner || state.callers.length >= maxDepth) return undefined
  const callers = [...state.callers, { at: state.at, variables: state.variables }]
  return moveTo(changed(state, { callers, variables: wanted.variables }), `${state.at}/${inner.start}`)
}

/** The state back at the subflow node, and what that node is told; undefined outside a subflow. */
export function leftSubflow(state: CallState, result: string, now: number): { state: CallState; event: NodeEvent } | undefined {
  const caller = state.callers.at(-1)
  if (!caller) return undefined
  const back: CallState = changed(moveTo(state, caller.at), {
    callers: state.callers.slice(0, -1),
    variables: caller.variables,
    returns: stillOpen(state.returns, `${caller.at}/`),
  })
  return { state: back, event: { type: 'subflowFinished', at: now, result, variables: state.variables } }
}

/** A subflow's own handlers that never went back are done with it; the ones around it, which may have taken the call from inside, are not. */
function stillOpen(returns: CallState['returns'], prefix: string): CallState['returns'] {
  let count = returns.length
  while (returns[count - 1]?.handler.startsWith(prefix)) count -= 1
  return returns.slice(0, count)
}
