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

/** A wish said along with a yes or a no counts from so much below the yes or no. */
const wishWithYesNo = 0.1

/**
 * Whether a value of what was asked is surer than the intent heard with it: "I do not know, Tuesday perhaps" is an answer. Anything said
 * is a text, which does not count. A wish often comes with a yes or a no ("no, stop calling me"): that answers only a doubtful wish.
 */
export function answersRather({ confidence, slots }: Understanding, wanted: readonly SlotRequest[]): boolean {
  return wanted.some(({ name, type }) => {
    const slot = type === 'text' ? undefined : slots.find((one) => one.name === name)
    return slot !== undefined && slot.confidence - (type === 'boolean' ? wishWithYesNo : 0) > confidence
  })
}

export const slotCandidates = (result: Understanding) => result.slots.map(({ name, value, confidence }) => ({ name, value, confidence }))
