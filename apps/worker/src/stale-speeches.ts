import type { CallEvent, CallState } from '@parley/flow-runtime'

/**
 * The running speeches that an event makes pointless: all that the flow gave up when the call breaks off or a machine answers; and when a
 * key answers a question, what may be interrupted. Speech that must be heard is still awaited then, also from a node that was left.
 */
export function staleSpeeches(
  event: CallEvent,
  before: CallState | undefined,
  awaited: ReadonlySet<string>,
  speaking: readonly { id: string; interruptible: boolean }[],
): string[] {
  const isCut = cutBy(event, before)
  return isCut ? speaking.filter(({ id, interruptible }) => !awaited.has(id) && isCut(interruptible)).map(({ id }) => id) : []
}

function cutBy(event: CallEvent, before: CallState | undefined): ((interruptible: boolean) => boolean) | undefined {
  if (event.type === 'timeUp' || event.type === 'providerFailed' || event.type === 'machineDetected') return () => true
  const answers = event.type === 'keyPressed' && before?.awaiting.some((effect) => effect.type === 'listen' && effect.keys)
  return answers ? (interruptible) => interruptible : undefined
}
