import type { NodeContext, NodeStep } from '../../node-type.ts'
import { phrases } from '../../phrases.ts'
import { spelledExpectation, variableExpectation, yesNoExpectation } from '../../recognition-hints.ts'
import { textIn } from '../../text.ts'
import { isValueOf } from '../../values.ts'
import type { Why } from '../../why/why.ts'
import { askAloud, inVain, type Questions, type Reason, repromptText } from '../reprompts.ts'
import { canBeTyped } from '../typed-value.ts'
import { type AskConfig, type AskMemory, askedVariable } from './ask-config.ts'

type Step = NodeStep<AskMemory>

export function answerExpectation(data: AskConfig, { head, state }: NodeContext, { spelling }: Pick<AskMemory, 'spelling'>) {
  const expectation = variableExpectation(askedVariable(data, head), data.examples.split(','), state.language)
  return data.spelled || spelling ? spelledExpectation(expectation, state.language) : expectation
}

/** How the question is spoken and listened for; `begun`: keys have come in. */
export function aloud(data: AskConfig, { head }: NodeContext, begun = false) {
  const keys = begun ? { begun: true as const } : {}
  return data.keypad && canBeTyped(askedVariable(data, head)) ? { listening: data.listening, keys } : { listening: data.listening }
}

/** Puts the question as it is written, or asks to spell the name that was misheard. */
export function putQuestion(data: AskConfig, context: NodeContext, remembered: Pick<AskMemory, 'spelling'>) {
  const { head, state } = context
  const question = textIn(asked(data, context, remembered).question, state.language, head.languages[0] ?? 'en')
  return askAloud(question, answerExpectation(data, context, remembered), context, aloud(data, context))
}

function asked(data: AskConfig, { state }: NodeContext, { spelling }: Pick<AskMemory, 'spelling'>): Questions {
  return spelling ? { question: phrases[state.language].spellIt, reprompt: {}, secondReprompt: {} } : data
}

/** Reads the candidate back; a correction may come with the answer. */
export function readBack(data: AskConfig, context: NodeContext, remembered: AskMemory, before = ''): Step {
  const { head, state } = context
  const { language } = state
  const template = textIn(data.confirmText, language, head.languages[0] ?? 'en') || defaultReadBack(data, context, remembered)
  const expectation = yesNoExpectation(answerExpectation(data, context, remembered).hints, language)
  const overlay = { [data.variable]: remembered.candidate }
  return {
    ...askAloud(`${before} ${template}`.trim(), expectation, context, { ...aloud(data, context), overlay }),
    memory: { ...remembered, phase: 'confirming' },
  }
}

function defaultReadBack(data: AskConfig, context: NodeContext, { spelling }: AskMemory): string {
  const { isThatRight, yesNoKeys } = phrases[context.state.language]
  const value = data.spelled || spelling ? `{{ ${data.variable} }}, {{ ${data.variable} | spelled }}` : `{{ ${data.variable} }}`
  return `${value}. ${isThatRight}${aloud(data, context).keys ? ` ${yesNoKeys}` : ''}`
}

/** Not understood, or nothing said: asks another way until the tries or the silences are used up. */
export function askAgain(data: AskConfig, reason: Reason, context: NodeContext, remembered: AskMemory, why: Why): Step {
  const { head, state } = context
  const { attempts, nth, usedUp } = inVain(reason, remembered, data, context)
  if (usedUp) return { outcome: reason === 'notHeard' ? 'silent' : 'noMatch', why }
  const memory = { ...remembered, ...attempts }
  if (remembered.phase === 'confirming') {
    const before = reason === 'notHeard' ? phrases[state.language].notHeard[nth === 1 ? 0 : 1] : ''
    return { ...readBack(data, context, memory, before), why }
  }
  const text = repromptText(asked(data, context, remembered), reason, nth, head, state.language)
  return { ...askAloud(text, answerExpectation(data, context, remembered), context, aloud(data, context)), memory, why }
}

/** An answer that the author's condition refuses: says so and asks for another. */
export function sayInvalid(data: AskConfig, value: AskMemory['candidate'], context: NodeContext) {
  const { head, state } = context
  const [first = 'en'] = head.languages
  const own = textIn(data.invalidText, state.language, first)
  const text = own || `${phrases[state.language].notPossible} ${textIn(data.question, state.language, first)}`
  const overlay = { [data.variable]: value }
  return askAloud(text, answerExpectation(data, context, { spelling: false }), context, { ...aloud(data, context), overlay })
}

/** A value the variable can hold. */
export const fits = (data: AskConfig, value: string | number | boolean, { head }: NodeContext) =>
  isValueOf(askedVariable(data, head), value)
