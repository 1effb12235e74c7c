import type { EffectDraft, NodeContext } from '../node-type.ts'
import type { CallState } from '../state.ts'
import { timeZoneOf } from '../time-zone-of.ts'
import type { FilledSlot, IntentCandidate, SlotRequest, Understanding } from '../understanding.ts'
import type { VariableDeclaration } from '../variables.ts'

/** Has the contact's words understood against what this node can use. */
export function understand(
  text: string,
  { intents = [], slots = [] }: { intents?: readonly IntentCandidate[]; slots?: readonly SlotRequest[] },
  context: NodeContext,
): EffectDraft {
  const { language, lastQuestion } = context.state
  const asked = lastQuestion === undefined ? {} : { question: lastQuestion }
  return { type: 'understand', request: { text, language, ...asked, intents, slots, timeZone: timeZoneOf(context), now: context.now } }
}

export function slotRequest({ name, type, choices }: VariableDeclaration): SlotRequest {
  return choices ? { name, type, choices } : { name, type }
}

/** The slot of that name, if the engine is sure enough of it. */
export function sureSlot(result: Understanding, name: string, { head }: NodeContext): FilledSlot | undefined {
  return result.slots.find((slot) => slot.name === name && slot.confidence >= head.settings.understanding.threshold)
}

/** Whether a value in the words is surer than the intent heard in them: "I do not know, Tuesday perhaps" is an answer. */
export const answersRather = ({ confidence, slots }: Understanding, { lastSaid }: CallState): boolean =>
  slots.some((slot) => typeof slot.value !== 'boolean' && slot.confidence > confidence && slot.raw !== lastSaid?.text)

export const slotCandidates = (result: Understanding) => result.slots.map(({ name, value, confidence }) => ({ name, value, confidence }))
