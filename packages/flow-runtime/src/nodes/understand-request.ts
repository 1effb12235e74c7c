import { choiceSynonyms } from '../choice-words.ts'
import type { EffectDraft, NodeContext } from '../node-type.ts'
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
  const asked = lastQuestion === null ? {} : { question: lastQuestion }
  return { type: 'understand', request: { text, language, ...asked, intents, slots, timeZone: timeZoneOf(context), now: context.now } }
}

export function slotRequest({ name, type, choices }: VariableDeclaration): SlotRequest {
  return choices
    ? { name, type, choices: choices.map((choice) => ({ value: choice.value, synonyms: choiceSynonyms(choice) })) }
    : { name, type }
}

/** The slot of that name, if the engine is sure enough of it. */
export function sureSlot(result: Understanding, name: string, { head }: NodeContext): FilledSlot | undefined {
  return result.slots.find((slot) => slot.name === name && slot.confidence >= head.settings.understanding.threshold)
}

/**
 * Whether a value of what was asked is surer than the intent heard with it: "I do not know, Tuesday perhaps" is an answer. Anything said
 * is a text, and a wish often comes with a yes or a no: these do not count.
 */
export function answersRather({ confidence, slots }: Understanding, wanted: readonly SlotRequest[]): boolean {
  const telling = wanted.filter(({ type }) => type !== 'text' && type !== 'boolean').map(({ name }) => name)
  return slots.some((slot) => telling.includes(slot.name) && slot.confidence > confidence)
}

export const slotCandidates = (result: Understanding) => result.slots.map(({ name, value, confidence }) => ({ name, value, confidence }))
