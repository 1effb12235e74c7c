import { z } from 'zod'
import type { Expectation } from '../effects.ts'
import type { FlowHead } from '../flow-head.ts'
import type { NodeContext, NodeStep } from '../node-type.ts'
import { phrases } from '../phrases.ts'
import { renderTemplate } from '../render-text.ts'
import { type Language, type LocalizedText, textIn } from '../text.ts'
import type { Variables } from '../variables.ts'

/** How often the node asked in vain so far. */
export const attempts = { tries: z.number(), silences: z.number() }

export type Questions = { question: LocalizedText; reprompt: LocalizedText; secondReprompt: LocalizedText }
export type Reason = 'notUnderstood' | 'notHeard'

/** The words of the nth (from 1) re-prompt for a reason: the author's own, else an apology and the question again. */
export function repromptText(questions: Questions, reason: Reason, nth: number, flow: FlowHead, language: Language): string {
  const written = (text: LocalizedText) => textIn(text, language, flow.languages[0] ?? 'en')
  const own = nth === 1 ? written(questions.reprompt) : written(questions.secondReprompt)
  if (reason === 'notUnderstood' && own !== '') return own
  return `${phrases[language][reason][nth === 1 ? 0 : 1]} ${own || written(questions.question)}`.trim()
}

/** The question and every re-prompt a listening node may speak, as written. */
export function questionTexts(questions: Questions, flow: FlowHead, language: Language): string[] {
  const question = textIn(questions.question, language, flow.languages[0] ?? 'en')
  const again = (['notUnderstood', 'notHeard'] as const).flatMap((reason) =>
    [1, 2].map((nth) => repromptText(questions, reason, nth, flow, language)),
  )
  return [question, ...again].filter((text) => text !== '')
}

/** Speaks a question (if there are words) and listens in the same step, for as long as the flow waits in silence. */
export function askAloud(
  template: string,
  expectation: Expectation,
  context: NodeContext,
  overlay?: Variables,
): Pick<NodeStep<null>, 'effects' | 'question'> {
  const text = renderTemplate(template, context, overlay)
  const listen = listenOnly(expectation, context)
  if (text === '') return listen
  return { effects: [{ type: 'say', text, interruptible: true }, ...listen.effects], question: text }
}

/** Listens without a word. */
export function listenOnly(expectation: Expectation, { head }: NodeContext) {
  return { effects: [{ type: 'listen' as const, timeoutMs: head.settings.silence.waitMs, expectation }] }
}
