import type { Effect, EffectType } from '../effects.ts'
import type { CallEvent } from '../events.ts'
import { mustBeHeard } from './steps.ts'

export type Answer = Extract<CallEvent, { effectId: string }>

const effectOfAnswer = {
  speechFinished: 'say',
  contactSaid: 'listen',
  contactSilent: 'listen',
  understood: 'understand',
  generated: 'generate',
  toolFinished: 'callTool',
  transferFinished: 'transfer',
  waitFinished: 'wait',
} as const satisfies Record<Answer['type'], EffectType>

/** The awaited effect this event answers; undefined for a late, duplicated or foreign answer. */
export const answeredEffect = (awaiting: readonly Effect[], event: Answer): Effect | undefined =>
  awaiting.find(({ id, type }) => id === event.effectId && type === effectOfAnswer[event.type])

/**
 * What is still awaited of a node once it asks for more: a new listen replaces the old one while the question may still be
 * spoken; anything else it asks for makes the earlier question and listen pointless. What must be heard stays awaited.
 */
export function stillAwaited(before: readonly Effect[], added: readonly Effect[]): readonly Effect[] {
  if (added.length === 0) return before
  const onlyListens = added.every(({ type }) => type === 'listen')
  const kept = before.filter((effect) => (onlyListens ? effect.type !== 'listen' : mustBeHeard(effect)))
  return kept.length === 0 ? added : [...kept, ...added]
}
