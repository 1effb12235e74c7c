import type { NodeContext, NodeStep } from '../../node-type.ts'
import type { FilledSlot, Understanding } from '../../understanding.ts'
import { isValueOf } from '../../values.ts'
import type { Json } from '../../variables.ts'
import type { Why } from '../../why/why.ts'
import { slotCandidates, slotRequest, sureSlot } from '../understand-request.ts'
import { type AskConfig, type AskMemory, askedVariable } from './ask-config.ts'
import { notUnderstood, putQuestion, readBack } from './questions.ts'

/** Slot under which a yes or no to a read-back is asked for; no variable can be called so. */
const confirmed = '_confirmed'
const longestNameWords = 5

type Step = NodeStep<AskMemory>

/** What the engine is to find in the contact's words, by what was asked last. */
export function wantedSlots(data: AskConfig, { head }: NodeContext, { phase }: AskMemory) {
  const variable = askedVariable(data, head)
  if (phase === 'asking') return [slotRequest(variable)]
  const yesNo = { name: confirmed, type: 'boolean' as const }
  return variable.type === 'boolean' || variable.type === 'text' ? [yesNo] : [yesNo, slotRequest(variable)]
}

/** Turns what was understood into the variable, a read-back, or another try. */
export function decide(data: AskConfig, result: Understanding, context: NodeContext, remembered: AskMemory): Step {
  const step = remembered.phase === 'asking' ? decideAnswer : decideReadBack
  return { candidates: slotCandidates(result), ...step(data, result, context, remembered) }
}

function decideAnswer(data: AskConfig, result: Understanding, context: NodeContext, remembered: AskMemory): Step {
  const found = valueIn(data, result, context)
  const value = found ?? wordsAsTheyAre(data, context, remembered)
  if (value === undefined) return notUnderstood(data, context, remembered, { code: 'answerMissing' })
  if (!data.confirm) return done(data, value, { code: found === undefined ? 'answerAsSaid' : 'answerFound' })
  return { ...readBack(data, context, { ...remembered, candidate: value }), why: { code: 'answerReadBack' } }
}

function decideReadBack(data: AskConfig, result: Understanding, context: NodeContext, remembered: AskMemory): Step {
  const yes = sureSlot(result, confirmed, context)?.value
  const other = valueIn(data, result, context)
  const isName = askedVariable(data, context.head).type === 'personName'
  if (other !== undefined && other !== remembered.candidate && !(yes === true && isName)) {
    return { ...readBack(data, context, { ...remembered, candidate: other }), why: { code: 'answerCorrected' } }
  }
  if (yes === true || (other !== undefined && yes === undefined)) return done(data, remembered.candidate, { code: 'answerConfirmed' })
  if (yes === undefined) return notUnderstood(data, context, remembered, { code: 'neitherYesNorNo' })
  const tries = remembered.tries + 1
  if (tries >= data.maxTries) return { outcome: 'noMatch', why: { code: 'answersRefused' } }
  const memory: AskMemory = { ...remembered, tries, phase: 'asking', candidate: null }
  return { ...putQuestion(data, context), memory, why: { code: 'answerRefused' } }
}

function valueIn(data: AskConfig, result: Understanding, context: NodeContext): FilledSlot['value'] | undefined {
  const variable = askedVariable(data, context.head)
  const slot = sureSlot(result, variable.name, context)
  return slot && isValueOf(variable, slot.value) ? slot.value : undefined
}

/** Free text, and names no engine knows, are taken as they were said. */
function wordsAsTheyAre(data: AskConfig, { head }: NodeContext, { words, wordsConfidence }: AskMemory): string | undefined {
  const { type } = askedVariable(data, head)
  if (wordsConfidence < head.settings.understanding.threshold) return undefined
  if (type === 'text') return words
  if (type !== 'personName' || words.split(/\s+/).length > longestNameWords) return undefined
  return words.replace(/[.,!?]+$/, '')
}

function done(data: AskConfig, value: Json, why: Why): Step {
  return { outcome: 'done', variables: data.variable === '' ? {} : { [data.variable]: value }, why }
}
