import type { NodeContext, NodeStep } from '../../node-type.ts'
import { phrases } from '../../phrases.ts'
import { choiceExpectation, freeExpectation, variableExpectation, yesNoExpectation } from '../../recognition-hints.ts'
import { textIn } from '../../text.ts'
import type { Why } from '../../why/why.ts'
import { askAloud, inVain, listenOnly, type Questions, type Reason, repromptText } from '../reprompts.ts'
import { confirmable, type Entry, entriesOf, type FormConfig, type FormMemory, isKnown, missing } from './form-config.ts'

type Step = NodeStep<FormMemory>
type Moment = Pick<FormMemory, 'phase' | 'asking'>

/** What is said for a field: its own question; without a field the invitation. */
function questionsOf(data: FormConfig, asking: string, context: NodeContext): Questions {
  const field = entriesOf(data, context).find(({ variable }) => variable === asking)
  return { question: field ? field.question : data.question, reprompt: field ? field.reprompt : {}, secondReprompt: {} }
}

/** What may be said now: the answer asked for, any other that is still open, or what a read-back calls for. */
function expectation(data: FormConfig, { phase, asking }: Moment, context: NodeContext) {
  const { language } = context.state
  const entries = entriesOf(data, context)
  const names = entries.flatMap((entry) => namesOf(entry, context))
  const hintsOf = (some: readonly Entry[]) => some.flatMap(({ declaration }) => variableExpectation(declaration, [], language).hints)
  if (phase === 'confirming') return yesNoExpectation([...names, ...hintsOf(entries)], language)
  if (phase === 'changing') return choiceExpectation([...names, ...hintsOf(entries)])
  const open = hintsOf(entries.filter((entry) => !isKnown(entry, context)))
  const asked = entries.find(({ variable }) => variable === asking)
  return asked ? variableExpectation(asked.declaration, open, language) : freeExpectation(open)
}

/** How a field is called: as the author says in this language, else by its variable's label, and by the variable's name as words. */
export function namesOf({ variable, called, declaration }: Entry, { head, state }: NodeContext): string[] {
  const inWords = variable.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  const own = textIn(called, state.language, head.languages[0] ?? 'en').split(',')
  const written = own.map((name) => name.trim()).filter((name) => name !== '')
  return [...new Set([...(written.length > 0 ? written : [declaration.label?.trim() || inWords]), inWords])]
}

/** Asks for a field, or for whatever the contact wants to say first. */
export function askFor(data: FormConfig, asking: string, context: NodeContext) {
  const { head, state } = context
  const question = textIn(questionsOf(data, asking, context).question, state.language, head.languages[0] ?? 'en')
  return speak(data, { phase: 'asking', asking }, question, context)
}

/** Reads everything back in one sentence. */
export function readBack(data: FormConfig, context: NodeContext, before = '') {
  const { head, state } = context
  const written = textIn(data.confirmText, state.language, head.languages[0] ?? 'en')
  const answers = confirmable(data, context).map((entry) => [namesOf(entry, context)[0] ?? '', `{{ ${entry.variable} }}`] as const)
  const text = written || phrases[state.language].allNoted(answers)
  return speak(data, { phase: 'confirming', asking: '' }, `${before} ${text}`.trim(), context)
}

/** Asks which of the answers is to be changed. */
export const askWhatToChange = (data: FormConfig, context: NodeContext) =>
  speak(data, { phase: 'changing', asking: '' }, phrases[context.state.language].whatToChange, context)

/** Only listens, to a contact who speaks already. */
export const listenFor = (data: FormConfig, asking: string, context: NodeContext) =>
  listenOnly(expectation(data, { phase: 'asking', asking }, context), context, data)

const speak = (data: FormConfig, moment: Moment, template: string, context: NodeContext) =>
  askAloud(template, expectation(data, moment, context), context, { listening: data.listening })

/** Not understood, or nothing said: asks another way until the tries or the silences are used up. */
export function askAgain(data: FormConfig, reason: Reason, context: NodeContext, remembered: FormMemory, why: Why): Step {
  const { head, state } = context
  const { attempts, nth, usedUp } = inVain(reason, remembered, data, context)
  if (usedUp) return { outcome: reason === 'notHeard' ? 'silent' : 'gaveUp', why }
  if (remembered.phase !== 'asking') {
    const before = phrases[state.language][reason][nth === 1 ? 0 : 1]
    return { ...readBack(data, context, before), memory: { ...remembered, ...attempts, phase: 'confirming' }, why }
  }
  // An invitation that was not understood is not repeated: the first question is simpler.
  const asking = remembered.asking || missing(data, context)[0]?.variable || ''
  const text = repromptText(questionsOf(data, asking, context), reason, nth, head, state.language)
  return { ...speak(data, { phase: 'asking', asking }, text, context), memory: { ...remembered, ...attempts, asking, asked: true }, why }
}
