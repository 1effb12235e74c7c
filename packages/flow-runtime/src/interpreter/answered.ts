import type { Effect } from '../effects.ts'
import type { Flow } from '../flow.ts'
import type { ModelUsage } from '../generation.ts'
import { nodeTypeOf } from '../node-type-of.ts'
import type { CallState } from '../state.ts'
import type { Language } from '../text.ts'
import { type Answer, answeredEffect } from './answers.ts'
import { handlerFor, takenBy } from './anywhere.ts'
import { changed } from './changed.ts'
import { languageToFollow } from './following.ts'
import { placeOf } from './place.ts'
import { issue, mustBeHeard, type Stepped } from './steps.ts'
import { enter, moveTo, tell } from './walk.ts'

/** An answer to an effect: to the current node, unless it concerns the whole call first (news, the language, a wish heard anywhere). */
export function answered(root: Flow, before: Stepped, event: Answer): Stepped {
  const effect = answeredEffect(before.state.awaiting, event)
  if (!effect) return before
  const state = changed(before.state, noted(before.state, event, effect))
  const stepped: Stepped = { ...before, state }
  if (event.type === 'speechFinished') {
    const heard = event.completed || !mustBeHeard(effect) ? state : changed(state, { unheard: [...state.unheard, effect.id] })
    const isOwn = effect.nodeId === state.at && !(effect.type === 'say' && effect.aside)
    return isOwn ? tell(root, { ...stepped, state: heard }, event) : { ...stepped, state: heard }
  }
  if (event.type === 'contactSaid') {
    const language = languageToFollow(root, state, event.language, event.text)
    return tell(root, language ? followed(stepped, language) : stepped, event)
  }
  if (event.type === 'understood' && effect.type === 'understand') {
    const { text } = effect.request
    const language = languageToFollow(root, state, event.result.language, text)
    if (language) {
      // The words were understood in the wrong language: the node hears them again.
      const again = { type: 'contactSaid' as const, at: event.at, effectId: effect.id, text, language }
      return tell(root, followed(stepped, language), { ...again, confidence: state.lastSaid?.confidence ?? 1 })
    }
    const { node } = placeOf(root, state)
    const own = node ? (nodeTypeOf(node).intents?.(node.data) ?? []) : []
    const handler = handlerFor(root, state, own, effect.request.slots, event.result)
    if (handler) return handOver(root, stepped, handler, event)
  }
  return tell(root, stepped, event)
}

/** What the state keeps of an answer, whichever node is current. */
function noted(state: CallState, event: Answer, effect: Effect): Partial<CallState> {
  const awaiting = state.awaiting.filter((other) => other !== effect)
  const endsEntry = effect.type === 'listen' && effect.keys?.begun
  if (event.type === 'contactSilent') return endsEntry ? { awaiting } : { awaiting, silences: state.silences + 1 }
  if (event.type === 'contactSaid') {
    const lastSaid = { text: event.text.trim(), confidence: event.confidence }
    return { awaiting, turns: state.turns + 1, hasFloor: false, lastSaid, heardLanguage: event.language }
  }
  if (event.type === 'generated' && event.result.usage) return { awaiting, usage: event.result.usage.reduce(withUsage, state.usage) }
  if (event.type === 'understood' && event.result.language) return { awaiting, heardLanguage: event.result.language }
  return { awaiting }
}

const withUsage = (sum: CallState['usage'], { inputTokens, outputTokens, cost, estimated }: ModelUsage): CallState['usage'] => ({
  inputTokens: sum.inputTokens + inputTokens,
  outputTokens: sum.outputTokens + outputTokens,
  cost: sum.cost + (cost ?? 0),
  unpriced: sum.unpriced + (cost === undefined ? 1 : 0),
  estimated: sum.estimated + (estimated ? 1 : 0),
})

/** What was asked in the other language is not said again in this one: whoever comes back to it asks anew. */
function followed({ state, effects, decisions }: Stepped, language: Language): Stepped {
  const now = changed(state, { language, followedAt: state.turns, lastQuestion: null, lastListen: null })
  const issued = issue(now, [{ type: 'setLanguage', to: language }], true)
  return {
    state: changed(now, { nextEffect: issued.nextEffect }),
    effects: [...effects, ...issued.effects],
    decisions: [...decisions, { nodeId: state.at, why: { code: 'languageFollowed' }, candidates: [] }],
  }
}

function handOver(
  root: Flow,
  { state, effects, decisions }: Stepped,
  handler: NonNullable<ReturnType<typeof handlerFor>>,
  { at, result }: Extract<Answer, { type: 'understood' }>,
): Stepped {
  const candidates = result.candidates.map(({ intent: name, confidence }) => ({ name, confidence }))
  const why = { code: 'handlerTook' as const, values: { intent: result.intent ?? '', confidence: Math.round(result.confidence * 100) } }
  const decision = { nodeId: state.at, nextNodeId: handler.at, why, candidates }
  return enter(root, { state: moveTo(takenBy(handler, state), handler.at), effects, decisions: [...decisions, decision] }, at)
}
