import type { NodeContext, NodeStep } from '../../node-type.ts'
import { textIn } from '../../text.ts'
import type { FilledSlot, SlotRequest, Understanding } from '../../understanding.ts'
import type { Variables } from '../../variables.ts'
import type { Why } from '../../why/why.ts'
import { slotRequest, understand } from '../understand-request.ts'
import { withValues } from '../with-values.ts'
import { wordsAsAnswer } from '../words-as-answer.ts'
import { isAmbiguous } from './ambiguity.ts'
import { fittingSlot } from './fitting-slot.ts'
import { confirmable, type Entry, entriesOf, type FormConfig, type FormMemory, isKnown, missing } from './form-config.ts'
import { askAgain, askFor, readBack } from './questions.ts'

type Step = NodeStep<FormMemory>
type Values = Record<string, FilledSlot['value']>

/** Everything that is still open, what was asked for first. */
export function openSlots(data: FormConfig, context: NodeContext, { asking }: FormMemory): SlotRequest[] {
  const open = entriesOf(data, context).filter((entry) => !isKnown(entry, context) || entry.variable === asking)
  const asked = open.filter(({ variable }) => variable === asking)
  return [...asked, ...open.filter((entry) => !asked.includes(entry))].map(({ declaration }) => slotRequest(declaration))
}

/** Keeps what the contact's words fill, and goes on to what is missing. */
export function fill(data: FormConfig, result: Understanding, context: NodeContext, remembered: FormMemory): Step {
  if (isAmbiguous(data, result, context, remembered)) return narrow(data, result, context, remembered)
  const found = valuesIn(data, result, context, remembered)
  const values = Object.keys(found).length > 0 ? found : remembered.instead
  const names = Object.keys(values)
  if (names.length > 0) {
    const why: Why = { code: 'fieldsFilled', values: { variables: names.join(', ') } }
    return goOn(data, values, context, { ...remembered, asked: true, tries: 0, silences: 0 }, why)
  }
  if (remembered.asked) return askAgain(data, 'notUnderstood', context, remembered, { code: 'answerMissing' })
  return { ...firstWords(data, context, { ...remembered, asked: true }), why: { code: 'wordsBeforeQuestion' } }
}

/** The invitation, the first missing field, or, with everything known, the read-back; in any case the contact is listened to. */
export function firstWords(data: FormConfig, context: NodeContext, memory: FormMemory): Step {
  if (memory.asking !== '' || missing(data, context).length > 0) return { ...askFor(data, memory.asking, context), memory }
  if (confirmable(data, context).length > 0) return goOn(data, {}, context, memory, { code: 'everythingReadBack' })
  const isOpen = entriesOf(data, context).some((entry) => !isKnown(entry, context))
  const invites = isOpen && textIn(data.question, context.state.language, context.head.languages[0] ?? 'en') !== ''
  const asking = invites ? '' : (entriesOf(data, context)[0]?.variable ?? '')
  return { ...askFor(data, asking, context), memory: { ...memory, asking } }
}

/** Has the words understood once more, as the answer to what was asked and nothing else. */
function narrow(data: FormConfig, result: Understanding, context: NodeContext, remembered: FormMemory): Step {
  const slots = openSlots(data, context, remembered).slice(0, 1)
  const instead = valuesIn(data, result, context, remembered)
  return {
    effects: [understand(context.state.lastSaid?.text ?? '', { slots }, context)],
    memory: { ...remembered, narrowed: true, instead },
  }
}

/** Asks for the first missing field; with none missing, reads everything back or is done. */
export function goOn(data: FormConfig, values: Variables, context: NodeContext, remembered: FormMemory, why: Why): Step {
  const now = withValues(context, values)
  const asking = missing(data, now)[0]?.variable
  if (asking !== undefined) {
    return { ...askFor(data, asking, now), variables: values, memory: { ...remembered, phase: 'asking', asking }, why }
  }
  if (confirmable(data, now).length === 0) return { outcome: 'done', variables: values, why }
  return { ...readBack(data, now), variables: values, memory: { ...remembered, phase: 'confirming', asking: '' }, why }
}

function valuesIn(data: FormConfig, result: Understanding, context: NodeContext, { asking, asked }: FormMemory): Values {
  const { text = '', confidence = 0 } = context.state.lastSaid ?? {}
  const values: Values = {}
  const entries = entriesOf(data, context)
  for (const entry of entries) {
    const slot = fittingSlot(entry, result, context)
    const isAsked = entry.variable === asking && asked
    if (slot && (isAsked || (!isKnown(entry, context) && speaksForItself(entry, slot, text)))) values[entry.variable] = slot.value
  }
  const wanted = asked ? entries.find(({ variable }) => variable === asking) : undefined
  if (!wanted || wanted.variable in values) return values
  const isFreeText = wanted.declaration.type === 'text'
  const words = isFreeText || Object.keys(values).length === 0 ? wordsAsAnswer(wanted.declaration, text, confidence, context) : undefined
  return words === undefined ? values : { ...values, [wanted.variable]: words }
}

/** A yes, or words as a whole, only answer what was asked; a date or a name can be told apart in any sentence. */
const speaksForItself = ({ declaration }: Entry, { raw }: FilledSlot, words: string) =>
  declaration.type !== 'boolean' && (declaration.type !== 'text' || raw !== words)
