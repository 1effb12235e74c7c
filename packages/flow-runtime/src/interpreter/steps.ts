import type { Decision, Effect, EffectOf, EffectType } from '../effects.ts'
import type { EffectDraft } from '../node-type.ts'
import type { CallState } from '../state.ts'

/** A new state, what the world has to do for it, and why. */
export type Stepped = { state: CallState; effects: Effect[]; decisions: Decision[] }

const unanswered: ReadonlySet<EffectType> = new Set(['setLanguage', 'record', 'sendKeys', 'startTask'])

/** Whether the node goes on only when the world has answered. */
export const isAwaited = ({ type }: Effect): boolean => !unanswered.has(type)

/** Gives drafts their ids and the call's language. */
export function issue(state: CallState, drafts: readonly EffectDraft[], mayInterrupt: boolean): { effects: Effect[]; nextEffect: number } {
  let nextEffect = state.nextEffect
  const effects = drafts.map((draft): Effect => {
    const id = `e${nextEffect}`
    nextEffect += 1
    const nodeId = state.at
    const { language } = state
    // Named one by one where it happens most: spreading costs ten times as much.
    if (draft.type === 'say') {
      const interruptible = draft.interruptible && mayInterrupt
      const say: EffectOf<'say'> = { type: 'say', text: draft.text, interruptible, id, nodeId, language }
      if (draft.voice !== undefined) say.voice = draft.voice
      if (draft.begun !== undefined) say.begun = draft.begun
      if (draft.aside) say.aside = true
      return say
    }
    if (draft.type === 'listen') {
      const { timeoutMs, expectation, keys } = draft
      const listen: EffectOf<'listen'> = { type: 'listen', timeoutMs, expectation, id, nodeId, language }
      if (keys) listen.keys = keys
      return listen
    }
    if (draft.type === 'understand') return { type: 'understand', request: draft.request, id, nodeId }
    return { ...draft, id, nodeId }
  })
  return { effects, nextEffect }
}

/** Speech that has to be heard to its end, whatever the node does meanwhile. */
export const mustBeHeard = (effect: Effect): boolean => effect.type === 'say' && !effect.interruptible
