import type { NodeContext, NodeStep } from '../../node-type.ts'
import type { Understanding } from '../../understanding.ts'
import type { Why } from '../../why/why.ts'
import { slotCandidates, slotRequest, sureSlot } from '../understand-request.ts'
import { wordsAsAnswer } from '../words-as-answer.ts'
import { type AskConfig, type AskMemory, askedVariable } from './ask-config.ts'
import { escapeTaken } from './escapes.ts'
import { askAgain, fits, putQuestion, readBack, sayInvalid } from './questions.ts'
import { isValid } from './validity.ts'

/** Slot under which a yes or no to a read-back is asked for; no variable can be called so. */
const confirmed = '_confirmed'

type Step = NodeStep<AskMemory>
type Value = string | number | boolean

/** What the engine is to find in the contact's words, by what was asked last. */
export function wantedSlots(data: AskConfig, { head }: NodeContext, { phase }: AskMemory) {
  const variable = askedVariable(data, head)
  if (phase === 'asking') return [slotRequest(variable)]
  const yesNo = { name: confirmed, type: 'boolean' as const }
  return variable.type === 'boolean' || variable.type === 'text' ? [yesNo] : [yesNo, slotRequest(variable)]
}

/** Turns what was understood into the variable, a read-back, or another try. */
export function decide(data: AskConfig, result: Understanding, context: NodeContext, remembered: AskMemory): Step {
  const candidates = slotCandidates(result)
  const way = escapeTaken(data, result, context)
  if (way) return { ...way, candidates }
  const step = remembered.phase === 'asking' ? decideAnswer : decideReadBack
  return { candidates, ...step(data, result, context, remembered) }
}

function decideAnswer(data: AskConfig, result: Understanding, context: NodeContext, remembered: AskMemory): Step {
  const found = valueIn(data, result, context)
  if (found !== undefined) return accept(data, found, context, remembered, { code: 'answerFound' })
  const { words, wordsConfidence } = remembered
  const asSaid = wordsAsAnswer(askedVariable(data, context.head), words, wordsConfidence, context)
  if (asSaid === undefined) return askAgain(data, 'notUnderstood', context, remembered, { code: 'answerMissing' })
  return accept(data, asSaid, context, remembered, { code: 'answerAsSaid' })
}

/** Takes a value that was said or typed, if the author's condition lets it stand; reads it back where that is wanted. */
export function accept(data: AskConfig, value: Value, context: NodeContext, remembered: AskMemory, why: Why): Step {
  if (!isValid(data, value, context)) return refuseInvalid(data, value, context, remembered)
  if (!data.confirm) return done(data, value, why)
  return { ...readBack(data, context, { ...remembered, candidate: value }), why: { code: 'answerReadBack' } }
}

function decideReadBack(data: AskConfig, result: Understanding, context: NodeContext, remembered: AskMemory): Step {
  const yes = sureSlot(result, confirmed, context)?.value
  const other = valueIn(data, result, context)
  const isName = askedVariable(data, context.head).type === 'personName'
  if (other !== undefined && other !== remembered.candidate && !(yes === true && isName)) {
    if (!isValid(data, other, context)) return refuseInvalid(data, other, context, remembered)
    return { ...readBack(data, context, { ...remembered, candidate: other }), why: { code: 'answerCorrected' } }
  }
  if (yes === true || (other !== undefined && yes === undefined)) return decideYesNo(data, true, context, remembered)
  if (yes === undefined) return askAgain(data, 'notUnderstood', context, remembered, { code: 'neitherYesNorNo' })
  return decideYesNo(data, false, context, remembered)
}

/** Yes keeps what was read back; no asks again, and for a name to spell it. */
export function decideYesNo(data: AskConfig, yes: boolean, context: NodeContext, remembered: AskMemory): Step {
  if (yes) return done(data, remembered.candidate, { code: 'answerConfirmed' })
  const tries = remembered.tries + 1
  if (tries >= data.maxTries) return { outcome: 'noMatch', why: { code: 'answersRefused' } }
  const spelling = askedVariable(data, context.head).type === 'personName'
  const memory: AskMemory = { ...remembered, tries, phase: 'asking', candidate: null, spelling }
  return { ...putQuestion(data, context, memory), memory, why: { code: spelling ? 'nameToBeSpelled' : 'answerRefused' } }
}

function refuseInvalid(data: AskConfig, value: Value, context: NodeContext, remembered: AskMemory): Step {
  const why: Why = { code: 'answerInvalid', values: { condition: data.valid } }
  const tries = remembered.tries + 1
  if (tries >= data.maxTries) return { outcome: 'noMatch', why }
  const memory: AskMemory = { ...remembered, tries, phase: 'asking', candidate: null, spelling: false }
  return { ...sayInvalid(data, value, context), memory, why }
}

function valueIn(data: AskConfig, result: Understanding, context: NodeContext): Value | undefined {
  const slot = sureSlot(result, data.variable, context)
  return slot && fits(data, slot.value, context) ? slot.value : undefined
}

function done(data: AskConfig, value: AskMemory['candidate'], why: Why): Step {
  return { outcome: 'done', variables: data.variable === '' ? {} : { [data.variable]: value }, why }
}
