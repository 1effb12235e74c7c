import type { Effect } from '../effects.ts'
import type { CallEvent } from '../events.ts'
import type { Flow } from '../flow.ts'
import { indexOf } from '../flow-index.ts'
import { nodeTypeOf } from '../node-type-of.ts'
import type { CallState } from '../state.ts'
import { step } from './interpreter.ts'
import { placeOf } from './place.ts'
import { enter, moveTo } from './walk.ts'

/**
 * Every text that can be spoken next without new facts, so that it can be synthesised beforehand: what follows silence, the end of a
 * speech or of a wait, words that say nothing, each outcome of the current node, the end of the time, and a failure.
 * @param at epoch milliseconds at which it would be spoken
 */
export function nextSpeech(flow: Flow, state: CallState, at: number): string[] {
  if (state.status === 'ended') return []
  const texts = new Set<string>()
  const add = (effects: readonly Effect[]) => {
    for (const effect of effects) if (effect.type === 'say') texts.add(effect.text)
  }
  for (const event of factless(state, at)) add(step(flow, state, event).effects)
  if (state.outcome !== undefined) return [...texts]
  const { node, flow: current, prefix } = placeOf(flow, state)
  if (!node) return [...texts]
  for (const outcome of nodeTypeOf(node).outcomes(node.data, current)) {
    const edge = indexOf(current).edge(node.id, outcome)
    if (edge) add(enter(flow, { state: moveTo(state, `${prefix}${edge.target}`), effects: [], decisions: [] }, at).effects)
  }
  return [...texts]
}

/** The events of this state that tell the flow nothing it does not know. */
function factless({ awaiting }: CallState, at: number): CallEvent[] {
  const answers = awaiting.flatMap((effect): CallEvent[] => {
    const effectId = effect.id
    if (effect.type === 'say') return [{ type: 'speechFinished', at, effectId, completed: true, heard: effect.text }]
    if (effect.type === 'wait') return [{ type: 'waitFinished', at, effectId }]
    if (effect.type !== 'listen') return []
    const noWords: CallEvent = { type: 'contactSaid', at, effectId, text: '', confidence: 0, language: effect.language }
    return [{ type: 'contactSilent', at, effectId }, noWords]
  })
  return [...answers, { type: 'timeUp', at }, { type: 'providerFailed', at, stage: 'recognition', code: 'RECOGNITION_FAILED' }]
}
