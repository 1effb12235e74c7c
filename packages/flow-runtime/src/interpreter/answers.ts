import type { Effect, EffectType } from '../effects.ts'
import type { NodeEvent } from '../node-type.ts'

const effectOfAnswer = {
  speechFinished: 'say',
  contactSaid: 'listen',
  contactSilent: 'listen',
  understood: 'understand',
  toolFinished: 'callTool',
  transferFinished: 'transfer',
} as const satisfies Record<NodeEvent['type'], EffectType>

/** The awaited effect this event answers; undefined for a late, duplicated or foreign answer. */
export const answeredEffect = (awaiting: readonly Effect[], event: NodeEvent): Effect | undefined =>
  awaiting.find(({ id, type }) => id === event.effectId && type === effectOfAnswer[event.type])

/**
 * What is still awaited of a node once it asks for more: a new listen replaces the old one while the question may still be
 * spoken; anything else it asks for makes the earlier question and listen pointless.
 */
export function stillAwaited(before: readonly Effect[], added: readonly Effect[]): readonly Effect[] {
  if (added.length === 0) return before
  if (added.every(({ type }) => type === 'listen')) return [...before.filter(({ type }) => type !== 'listen'), ...added]
  return added
}
