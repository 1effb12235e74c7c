import type { CallEvent } from '../events.ts'
import type { Flow } from '../flow.ts'
import type { CallState } from '../state.ts'
import { answeredEffect } from './answers.ts'
import { ended, endForTime, failCall, stepTowardsEnd } from './ending.ts'
import type { Stepped } from './steps.ts'
import { answer, enter } from './walk.ts'

export type { Stepped } from './steps.ts'

/** Starts a call at the flow's first node. */
export function begin(flow: Flow, event: Extract<CallEvent, { type: 'callStarted' }>): Stepped {
  const state: CallState = {
    status: 'running',
    at: flow.start,
    language: flow.languages[0] ?? 'en',
    variables: {},
    facts: event.facts,
    startedAt: event.at,
    awaiting: [],
    nextEffect: 1,
    turns: 0,
    silences: 0,
    visits: { [flow.start]: 1 },
    local: null,
    hasFloor: false,
    path: [flow.start],
  }
  return enter(flow, { state, effects: [], decisions: [] }, event.at)
}

/** What an event makes of a call. An answer nobody awaits (late, twice, foreign) changes nothing and is no error. */
export function step(flow: Flow, state: CallState, event: CallEvent): Stepped {
  const unchanged: Stepped = { state, effects: [], decisions: [] }
  if (state.status === 'ended' || event.type === 'callStarted' || event.type === 'keyPressed') return unchanged
  if (event.type === 'hungUp') return ended(state, event.by)
  if (state.outcome !== undefined) return stepTowardsEnd(state, state.outcome, event)
  if (event.type === 'timeUp') return endForTime(flow, unchanged, event.at)
  if (event.type === 'providerFailed') {
    const { stage, code: failureCode } = event
    return failCall(flow, unchanged, event.at, { code: 'providerFailed', values: { stage, failureCode } })
  }
  const answered = answeredEffect(state.awaiting, event)
  if (!answered) return unchanged
  const heard = event.type === 'contactSaid'
  return answer(
    flow,
    {
      ...state,
      awaiting: state.awaiting.filter((effect) => effect !== answered),
      turns: heard ? state.turns + 1 : state.turns,
      silences: event.type === 'contactSilent' ? state.silences + 1 : state.silences,
      hasFloor: heard ? false : state.hasFloor,
    },
    event,
  )
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
