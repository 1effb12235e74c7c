import type { CallEvent, CallOutcome } from '../events.ts'
import type { Flow } from '../flow.ts'
import type { EffectDraft, NodeContext } from '../node-type.ts'
import { renderText } from '../render-text.ts'
import type { CallState } from '../state.ts'
import type { LocalizedText } from '../text.ts'
import type { Why } from '../why/why.ts'
import { answeredEffect } from './answers.ts'
import { issue, type Stepped } from './steps.ts'

/** Brings the call to its end: a last line if there is one, then the hang-up. From here on no node is asked any more. */
export function bringToEnd(stepped: Stepped, outcome: CallOutcome, lastLine: string, interruptible: boolean): Stepped {
  const hangUp: EffectDraft = { type: 'hangUp', outcome }
  const draft: EffectDraft = lastLine === '' ? hangUp : { type: 'say', text: lastLine, interruptible }
  const { effects, nextEffect } = issue(stepped.state, [draft], interruptible)
  const state: CallState = { ...stepped.state, outcome, awaiting: effects, nextEffect, local: null, hasFloor: false }
  delete state.lastQuestion
  return { state, effects: [...stepped.effects, ...effects], decisions: stepped.decisions }
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
  const outcome = state.outcome ?? ({ contact: 'hungUp', agent: 'cancelled', system: 'failed' } as const)[by]
  const code = ({ contact: 'callerHungUp', agent: 'weHungUp', system: 'lineGone' } as const)[by]
  return {
    state: { ...state, status: 'ended', outcome, awaiting: [] },
    effects: [],
    decisions: [{ nodeId: state.at, why: { code }, candidates: [] }],
  }
}

/** Events while the last line is spoken or the hang-up is under way: only forward, never back into the flow. */
export function stepTowardsEnd(state: CallState, outcome: CallOutcome, event: CallEvent): Stepped {
  const unchanged: Stepped = { state, effects: [], decisions: [] }
  if (state.awaiting.every(({ type }) => type === 'hangUp')) return unchanged
  const lineIsOver = event.type === 'speechFinished' && answeredEffect(state.awaiting, event) !== undefined
  const lineCannotBeSaid = event.type === 'providerFailed' && event.stage === 'synthesis'
  if (lineIsOver || lineCannotBeSaid || event.type === 'timeUp') return bringToEnd(unchanged, outcome, '', true)
  return unchanged
}
