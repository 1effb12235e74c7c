import type { Effect } from '../effects.ts'
import type { PlayedCall } from './played-call.ts'
import type { InputStep } from './scenario-step.ts'
import { wordsBegin } from './words.ts'

/** How far a call was when the last thing happened to it. */
export type Mark = { effects: number; path: number; pending: ReadonlySet<string> }

export const startMark: Mark = { effects: 0, path: 0, pending: new Set() }

export const markOf = (call: PlayedCall): Mark => ({
  effects: call.effects.length,
  path: call.state().path.length,
  pending: new Set(call.state().awaiting.map(({ id }) => id)),
})

/** Takes time, so that something can happen meanwhile. */
export const lasts = ({ type }: Effect): boolean => type === 'say' || type === 'wait'

/**
 * Whether the world stops at an effect because the step answers it, or is to happen while it lasts: speech or pause of the node
 * that `during` names, the nth since the mark; speech that begins with the words of an `interrupt`.
 */
export function momentOf(call: PlayedCall, step: InputStep | undefined, since: Mark): (effect: Effect) => boolean {
  if (!step) return () => false
  const { during, nth } = step
  const heard = 'interrupt' in step ? step.interrupt : undefined
  const isNth = (effect: Effect) => effect.nodeId === during && ordinal(call, effect, since) === (nth ?? 1)
  return (effect) => {
    if (effect.type === 'say') {
      if (heard === undefined || nth !== undefined) return isNth(effect)
      return (during === undefined || effect.nodeId === during) && wordsBegin(effect.text, heard)
    }
    if (effect.type === 'wait') return during === undefined ? comesInPause(step) : heard === undefined && isNth(effect)
    if (effect.type === 'understand') return 'understood' in step
    if (effect.type === 'generate') return 'generated' in step
    if (effect.type === 'callTool') return 'tool' in step && step.tool === effect.tool
    return effect.type === 'transfer' && 'transfer' in step
  }
}

/** Which of the lasting effects of its node it is since the mark, from 1. */
function ordinal(call: PlayedCall, { id, nodeId }: Effect, since: Mark): number {
  const ofNode = call.effects.filter((effect, index) => {
    const isSince = index >= since.effects || since.pending.has(effect.id)
    return isSince && effect.nodeId === nodeId && lasts(effect)
  })
  return ofNode.findIndex((effect) => effect.id === id) + 1
}

/** What a pause may be waiting for: it comes during the first one. Anything else comes when the agent listens. */
const comesInPause = (step: InputStep) => 'event' in step || 'task' in step
