import type { NodeContext, NodeStep } from '../../node-type.ts'
import type { FilledSlot, SlotRequest, Understanding } from '../../understanding.ts'
import { slotRequest, sureSlot } from '../understand-request.ts'
import { isName } from './ambiguity.ts'
import { goOn } from './filling.ts'
import { fittingSlot } from './fitting-slot.ts'
import { confirmable, type Entry, entriesOf, type FormConfig, type FormMemory } from './form-config.ts'
import { askAgain, askFor, askWhatToChange, namesOf } from './questions.ts'

type Step = NodeStep<FormMemory>

/** Slots for the answer to a read-back; no variable can be called so. */
const answer = { yes: '_confirmed', reopen: '_reopen' } as const

/** A yes or no, the name of what is to be changed, and new values for what was read back. */
export function changeSlots(data: FormConfig, context: NodeContext): SlotRequest[] {
  const entries = entriesOf(data, context)
  const choices = entries.map((entry) => ({ value: entry.variable, synonyms: namesOf(entry, context) }))
  return [
    { name: answer.yes, type: 'boolean' },
    { name: answer.reopen, type: 'choice', choices },
    ...entries.filter(isCorrectable).map(({ declaration }) => slotRequest(declaration)),
  ]
}

/** A yes or no, or words as a whole, would be taken for the answer to the read-back. */
const isCorrectable = ({ declaration: { type } }: Entry) => type !== 'boolean' && type !== 'text'

/** What the contact says to what was read back: yes, no, what is wrong, or what it should be. */
export function change(data: FormConfig, result: Understanding, context: NodeContext, remembered: FormMemory): Step {
  const yes = sureSlot(result, answer.yes, context)?.value
  const entries = entriesOf(data, context)
  const wanted = sureSlot(result, answer.reopen, context)
  const said = entries.filter(isCorrectable).flatMap((entry): [Entry, FilledSlot['value']][] => {
    const slot = fittingSlot(entry, result, context)
    return slot && !isName(slot, wanted) && !(yes === true && entry.declaration.type === 'personName') ? [[entry, slot.value]] : []
  })
  const corrections = said.filter(([{ variable }, value]) => value !== context.state.variables[variable])
  if (corrections.length > 0) {
    const values = Object.fromEntries(corrections.map(([{ variable }, value]) => [variable, value]))
    return goOn(data, values, context, remembered, { code: 'answerCorrected' })
  }
  const named = entries.find(({ variable }) => variable === wanted?.value)
  if (named && (yes !== true || remembered.phase === 'changing')) return reopen(data, named, context, remembered)
  if (remembered.phase === 'changing') return askAgain(data, 'notUnderstood', context, remembered, { code: 'changeUnclear' })
  if (yes === true || (yes === undefined && said.length > 0)) return { outcome: 'done', why: { code: 'answerConfirmed' } }
  if (yes === undefined) return askAgain(data, 'notUnderstood', context, remembered, { code: 'neitherYesNorNo' })
  return refused(data, context, remembered)
}

/** Something is wrong: asked what, unless it can only be one thing. */
function refused(data: FormConfig, context: NodeContext, remembered: FormMemory): Step {
  const tries = remembered.tries + 1
  if (tries >= data.maxTries) return { outcome: 'gaveUp', why: { code: 'answersRefused' } }
  const [only, ...others] = confirmable(data, context)
  if (only && others.length === 0) return reopen(data, only, context, { ...remembered, tries })
  return { ...askWhatToChange(data, context), memory: { ...remembered, tries, phase: 'changing' }, why: { code: 'changeWanted' } }
}

function reopen(data: FormConfig, { variable }: Entry, context: NodeContext, remembered: FormMemory): Step {
  const memory: FormMemory = { ...remembered, phase: 'asking', asking: variable }
  return {
    ...askFor(data, variable, context),
    variables: { [variable]: null },
    memory,
    why: { code: 'fieldReopened', values: { variables: variable } },
  }
}
