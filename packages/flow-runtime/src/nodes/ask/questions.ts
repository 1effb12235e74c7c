import type { NodeContext, NodeStep } from '../../node-type.ts'
import { phrases } from '../../phrases.ts'
import { variableExpectation, yesNoExpectation } from '../../recognition-hints.ts'
import { textIn } from '../../text.ts'
import type { Why } from '../../why/why.ts'
import { askAloud, repromptText, tooSilent } from '../reprompts.ts'
import { type AskConfig, type AskMemory, askedVariable } from './ask-config.ts'

type Step = NodeStep<AskMemory>

export function answerExpectation(data: AskConfig, { head, state }: NodeContext) {
  return variableExpectation(askedVariable(data, head), data.examples.split(','), state.language)
}

/** Puts the question as it is written. */
export function putQuestion(data: AskConfig, context: NodeContext): Pick<NodeStep<null>, 'effects' | 'question'> {
  const { head, state } = context
  const question = textIn(data.question, state.language, head.languages[0] ?? 'en')
  return askAloud(question, answerExpectation(data, context), context, { listening: data.listening })
}

/** Reads the candidate back; a correction may come with the answer. */
export function readBack(data: AskConfig, context: NodeContext, remembered: AskMemory, before = ''): Step {
  const { head, state } = context
  const { language } = state
  const written = textIn(data.confirmText, language, head.languages[0] ?? 'en')
  const template = written || `{{ ${data.variable} }}. ${phrases[language].isThatRight}`
  const expectation = yesNoExpectation(answerExpectation(data, context).hints, language)
  const overlay = { [data.variable]: remembered.candidate }
  return {
    ...askAloud(`${before} ${template}`.trim(), expectation, context, { overlay, listening: data.listening }),
    memory: { ...remembered, phase: 'confirming' },
  }
}

/** Not understood: asks another way until the tries are used up. */
export function notUnderstood(data: AskConfig, context: NodeContext, remembered: AskMemory, why: Why): Step {
  const tries = remembered.tries + 1
  if (tries >= data.maxTries) return { outcome: 'noMatch', why }
  const memory = { ...remembered, tries }
  if (remembered.phase === 'confirming') return { ...readBack(data, context, memory), why }
  const text = repromptText(data, 'notUnderstood', tries, context.head, context.state.language)
  return { ...askAloud(text, answerExpectation(data, context), context, { listening: data.listening }), memory, why }
}

/** Nothing said: asks again as often as the flow's settings say. */
export function notHeard(data: AskConfig, context: NodeContext, remembered: AskMemory): Step {
  const { head, state } = context
  const silences = remembered.silences + 1
  const why: Why = { code: 'callerSilent' }
  if (tooSilent(silences, context, data.listening)) return { outcome: 'silent', why }
  const memory = { ...remembered, silences }
  if (remembered.phase === 'confirming') {
    return { ...readBack(data, context, memory, phrases[state.language].notHeard[silences === 1 ? 0 : 1]), why }
  }
  const text = repromptText(data, 'notHeard', silences, head, state.language)
  return { ...askAloud(text, answerExpectation(data, context), context, { listening: data.listening }), memory, why }
}
