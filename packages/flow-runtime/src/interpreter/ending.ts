import type { CallOutcome } from '../call-outcomes.ts'
import type { Effect } from '../effects.ts'
import type { CallEvent } from '../events.ts'
import type { Flow } from '../flow.ts'
import type { EffectDraft, NodeContext } from '../node-type.ts'
import { renderText } from '../render-text.ts'
import type { CallState } from '../state.ts'
import type { LocalizedText } from '../text.ts'
import type { Why } from '../why/why.ts'
import { answeredEffect } from './answers.ts'
import { changed } from './changed.ts'
import { issue, mustBeHeard, type Stepped } from './steps.ts'

/** Brings the call to its end: news not told yet, a last line if there is one, then the hang-up. From here on no node is asked any more. */
export function bringToEnd(stepped: Stepped, asked: CallOutcome, lastLine: string, interruptible: boolean): Stepped {
  const outcome = withMachine(stepped.state, asked)
  const words = lastLine === '' ? [] : [...stepped.state.announcements, lastLine]
  const drafts: EffectDraft[] =
    words.length === 0 ? [{ type: 'hangUp', outcome }] : words.map((text) => ({ type: 'say', text, interruptible }))
  const { effects, nextEffect } = issue(stepped.state, drafts, interruptible)
  const state: CallState = changed(stepped.state, {
    outcome,
    awaiting: effects,
    nextEffect,
    local: null,
    hasFloor: false,
    announcements: [],
    lastQuestion: null,
    lastListen: null,
  })
  return { state: withUnheard(state, stepped.state.awaiting), effects: [...stepped.effects, ...effects], decisions: stepped.decisions }
}

/** What a person's call would be is another thing when a machine answered: nobody has heard what the flow is for. */
const ofPersons: readonly CallOutcome[] = ['completed', 'hungUp', 'noAnswer', 'silent']
const withMachine = ({ answeredByMachine }: CallState, outcome: CallOutcome): CallOutcome =>
  answeredByMachine && ofPersons.includes(outcome) ? 'machine' : outcome

/** Speech that had to be heard and is given up counts as not heard. */
function withUnheard(state: CallState, givenUp: readonly Effect[]): CallState {
  const ids = givenUp.filter(mustBeHeard).map(({ id }) => id)
  return ids.length === 0 ? state : changed(state, { unheard: [...state.unheard, ...ids] })
}

/** The flow cannot go on: its failure line, then the hang-up. */
export function failCall(flow: Flow, stepped: Stepped, now: number, why: Why): Stepped {
  return endWithLine(flow, stepped, now, 'failed', flow.settings.failureLine, why)
}

/** The call reached its limit. */
export function endForTime(flow: Flow, stepped: Stepped, now: number): Stepped {
  return endWithLine(flow, stepped, now, 'timeLimit', flow.settings.timeLimitLine, { code: 'timeLimitReached' })
}

function endWithLine(flow: Flow, stepped: Stepped, now: number, outcome: CallOutcome, line: LocalizedText, why: Why): Stepped {
  const context: NodeContext = { nodeId: stepped.state.at, head: flow, state: stepped.state, now }
  const decisions = [...stepped.decisions, { nodeId: stepped.state.at, why, candidates: [] }]
  return bringToEnd({ ...stepped, decisions }, outcome, renderText(line, context), false)
}

/** The contact, the agent's side or the line itself is gone. */
export function ended(state: CallState, by: 'contact' | 'agent' | 'system'): Stepped {
  const outcome = withMachine(state, state.outcome ?? ({ contact: 'hungUp', agent: 'cancelled', system: 'failed' } as const)[by])
  const code = ({ contact: 'callerHungUp', agent: 'weHungUp', system: 'lineGone' } as const)[by]
  return {
    state: withUnheard(changed(state, { status: 'ended', outcome, awaiting: [] }), state.awaiting),
    effects: [],
    decisions: [{ nodeId: state.at, why: { code }, candidates: [] }],
  }
}

/** Events while the last words are spoken or the hang-up is under way: only forward, never back into the flow. */
export function stepTowardsEnd(state: CallState, outcome: CallOutcome, event: CallEvent): Stepped {
  const unchanged: Stepped = { state, effects: [], decisions: [] }
  if (state.awaiting.every(({ type }) => type === 'hangUp')) return unchanged
  const wordsCannotBeSaid = event.type === 'providerFailed' && event.stage === 'synthesis'
  if (wordsCannotBeSaid || event.type === 'timeUp') return bringToEnd(unchanged, outcome, '', true)
  const finished = event.type === 'speechFinished' ? answeredEffect(state.awaiting, event) : undefined
  if (!finished || event.type !== 'speechFinished') return unchanged
  const awaiting = state.awaiting.filter((effect) => effect !== finished)
  const heard = event.completed ? changed(state, { awaiting }) : withUnheard(changed(state, { awaiting }), [finished])
  return awaiting.length > 0 ? { ...unchanged, state: heard } : bringToEnd({ ...unchanged, state: heard }, outcome, '', true)
}
