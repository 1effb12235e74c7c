import type { CallEvent } from '../events.ts'
import type { Flow } from '../flow.ts'
import type { CallState } from '../state.ts'
import { answered } from './answered.ts'
import { changed } from './changed.ts'
import { bringToEnd, ended, endForTime, failCall, stepTowardsEnd } from './ending.ts'
import { firstState } from './first-state.ts'
import { isWaiting, taskFinished } from './news.ts'
import { mustBeHeard, type Stepped } from './steps.ts'
import { enter, moveTo, tell } from './walk.ts'

export type { Stepped } from './steps.ts'

/** Starts a call at the flow's first node. */
export function begin(flow: Flow, event: Extract<CallEvent, { type: 'callStarted' }>): Stepped {
  const state = firstState(flow, flow.start, event)
  return enter(flow, { state, effects: [], decisions: [] }, event.at)
}

/** What an event makes of a call. An answer nobody awaits (late, twice, foreign) changes nothing and is no error. */
export function step(flow: Flow, state: CallState, event: CallEvent): Stepped {
  const unchanged: Stepped = { state, effects: [], decisions: [] }
  if (state.status === 'ended' || event.type === 'callStarted') return unchanged
  if (event.type === 'hungUp') return ended(state, event.by)
  if (state.outcome !== undefined) return stepTowardsEnd(state, state.outcome, event)
  // Whoever keeps the time may be late or gone: no event is lived after the call's longest duration.
  if (event.type === 'timeUp' || event.at - state.startedAt >= flow.settings.maxCallMs) return endForTime(flow, unchanged, event.at)
  switch (event.type) {
    case 'providerFailed': {
      const { stage, code: failureCode } = event
      return failCall(flow, unchanged, event.at, { code: 'providerFailed', values: { stage, failureCode } })
    }
    case 'keyPressed':
      return keyPressed(flow, unchanged, event)
    case 'taskFinished':
      return taskFinished(flow, unchanged, event)
    case 'outsideEvent':
      return isWaiting(state) ? tell(flow, unchanged, event) : unchanged
    case 'machineDetected':
      return machineDetected(flow, unchanged, event.at)
    default:
      return answered(flow, unchanged, event)
  }
}

/** A key counts while the node listens for keys; like a word it breaks into what may be interrupted. */
function keyPressed(flow: Flow, before: Stepped, event: Extract<CallEvent, { type: 'keyPressed' }>): Stepped {
  const { state } = before
  if (!state.awaiting.some((effect) => effect.type === 'listen' && effect.keys)) return before
  const awaiting = state.awaiting.filter((effect) => effect.type !== 'say' || mustBeHeard(effect))
  return tell(flow, { ...before, state: changed(state, { awaiting }) }, event)
}

/**
 * The flow's `machine` node takes the call, once; a flow without one goes on as with a person. A campaign may want it hung up on or talked to instead; its
 * message is left by the flow, and where the flow has none nothing is said.
 */
function machineDetected(flow: Flow, before: Stepped, now: number): Stepped {
  const { machines } = before.state.facts
  const node = flow.nodes.find(({ type }) => type === 'machine')
  if (machines === 'talk' || (node && before.state.path.includes(node.id))) return before
  if (machines === 'hangUp' || (machines === 'leaveMessage' && !node)) {
    const decision = { nodeId: before.state.at, why: { code: 'machineHungUp' as const }, candidates: [] }
    return bringToEnd({ ...before, decisions: [...before.decisions, decision] }, 'machine', '', true)
  }
  if (!node) return before
  const outermost = before.state.callers[0]
  const state: CallState = changed(moveTo(before.state, node.id), {
    answeredByMachine: true,
    callers: [],
    returns: [],
    variables: outermost ? outermost.variables : before.state.variables,
  })
  const decision = { nodeId: before.state.at, nextNodeId: node.id, why: { code: 'machineAnswered' as const }, candidates: [] }
  return enter(flow, { ...before, state, decisions: [...before.decisions, decision] }, now)
}

/** Every state of a call from its journal's events; the first is the answer to `callStarted`. */
export function replay(flow: Flow, events: readonly CallEvent[]): Stepped[] {
  const [first, ...rest] = events
  if (first?.type !== 'callStarted') return []
  const steps = [begin(flow, first)]
  let { state } = steps[0] ?? begin(flow, first)
  for (const event of rest) {
    const stepped = step(flow, state, event)
    steps.push(stepped)
    state = stepped.state
  }
  return steps
}
