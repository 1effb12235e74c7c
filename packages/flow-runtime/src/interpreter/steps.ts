import type { Decision, Effect } from '../effects.ts'
import type { EffectDraft } from '../node-type.ts'
import type { CallState } from '../state.ts'

/** A new state, what the world has to do for it, and why. */
export type Stepped = { state: CallState; effects: Effect[]; decisions: Decision[] }

/** Gives drafts their ids and the call's language. */
export function issue(state: CallState, drafts: readonly EffectDraft[], mayInterrupt: boolean): { effects: Effect[]; nextEffect: number } {
  let nextEffect = state.nextEffect
  const effects = drafts.map((draft): Effect => {
    const id = `e${nextEffect}`
    nextEffect += 1
    const nodeId = state.at
    if (draft.type === 'say') {
      return { type: 'say', id, nodeId, text: draft.text, language: state.language, interruptible: draft.interruptible && mayInterrupt }
    }
    if (draft.type === 'listen') return { ...draft, id, nodeId, language: state.language }
    return { ...draft, id, nodeId }
  })
  return { effects, nextEffect }
}
