import * as z from 'zod'
import { intentCandidates } from '../../intent-candidates.ts'
import { defineNodeType, type NodeContext, type NodeStep } from '../../node-type.ts'
import { intentExpectation } from '../../recognition-hints.ts'
import { localizedText, textIn } from '../../text.ts'
import type { Understanding } from '../../understanding.ts'
import { isValueOf } from '../../values.ts'
import type { Json } from '../../variables.ts'
import type { Why } from '../../why/why.ts'
import { listening } from '../listening.ts'
import { askAloud, attempts, listenOnly, questionTexts, type Reason, repromptText, tooSilent } from '../reprompts.ts'
import { slotRequest, sureSlot, understand } from '../understand-request.ts'
import { intentEditor } from './intent-editor.ts'
import { whyUnderstood, whyUnsure } from './why-understood.ts'

const config = z.object({
  question: localizedText.default({}),
  reprompt: localizedText.default({}),
  secondReprompt: localizedText.default({}),
  /** Names of the flow's intents; each is an outcome. */
  intents: z.array(z.string()).default([]),
  /** Variables filled from the same words ("a cleaning on Tuesday"). */
  fills: z.array(z.string()).default([]),
  /** How often words may go unrecognised before `noMatch`. */
  maxTries: z.number().int().min(1).max(10).default(3),
  listening,
})
type Config = z.output<typeof config>

/** `asked`: the question was put at least once in this visit. */
const memory = z.object({ ...attempts, asked: z.boolean() })
type Memory = z.output<typeof memory>
type Step = NodeStep<Memory>

export const intent = defineNodeType({
  type: 'intent',
  config,
  memory,
  editor: intentEditor,
  listens: true,
  intents: ({ intents }) => intents,
  outcomes: ({ intents }) => [...new Set(intents), 'noMatch', 'silent'],
  speaks: (questions, flow, language) => questionTexts(questions, flow, language),
  enter(data, context): Step {
    const fresh = { tries: 0, silences: 0 }
    if (!context.state.hasFloor) return { ...askQuestion(data, context), memory: { ...fresh, asked: true } }
    const why: Why = { code: 'callerSpeaksAlready' }
    return { ...listenOnly(expected(data, context), context, data), memory: { ...fresh, asked: false }, why }
  },
  on(data, event, context, remembered): Step {
    if (event.type === 'contactSilent') return silence(data, context, remembered)
    if (event.type === 'contactSaid') {
      if (event.text.trim() === '') return notUnderstood(data, context, remembered, { code: 'noWords' }, [])
      return { effects: [understand(event.text, wanted(data, context), context)] }
    }
    if (event.type === 'understood') return decide(data, event.result, context, remembered)
    return {}
  },
})

function decide(data: Config, result: Understanding, context: NodeContext, remembered: Memory): Step {
  const candidates = result.candidates.map(({ intent: name, confidence }) => ({ name, confidence }))
  const { intent: name, confidence } = result
  if (name === null || !data.intents.includes(name)) {
    return notUnderstood(data, context, remembered, { code: 'noIntentFits' }, candidates)
  }
  const { threshold } = context.head.settings.understanding
  if (confidence < threshold) return notUnderstood(data, context, remembered, whyUnsure(result, threshold), candidates)
  return { outcome: name, variables: filled(data, result, context), why: whyUnderstood(result), candidates }
}

function filled(data: Config, result: Understanding, context: NodeContext): Record<string, Json> {
  const values: Record<string, Json> = {}
  for (const variable of context.head.variables) {
    if (!data.fills.includes(variable.name)) continue
    const slot = sureSlot(result, variable.name, context)
    if (slot && isValueOf(variable, slot.value)) values[variable.name] = slot.value
  }
  return values
}

function notUnderstood(data: Config, context: NodeContext, remembered: Memory, why: Why, candidates: Step['candidates']): Step {
  const tries = remembered.asked ? remembered.tries + 1 : remembered.tries
  if (tries >= data.maxTries) return { outcome: 'noMatch', why, candidates }
  const memoryNow = { ...remembered, tries, asked: true }
  return { ...askAgain(data, context, 'notUnderstood', Math.max(tries, 1)), memory: memoryNow, why, candidates }
}

function silence(data: Config, context: NodeContext, remembered: Memory): Step {
  if (!remembered.asked) {
    return { ...askQuestion(data, context), memory: { ...remembered, asked: true }, why: { code: 'questionDue' } }
  }
  const silences = remembered.silences + 1
  const why: Why = { code: 'callerSilent' }
  if (tooSilent(silences, context, data.listening)) return { outcome: 'silent', why }
  return { ...askAgain(data, context, 'notHeard', silences), memory: { ...remembered, silences }, why }
}

function askQuestion(data: Config, context: NodeContext) {
  const question = textIn(data.question, context.state.language, context.head.languages[0] ?? 'en')
  return askAloud(question, expected(data, context), context, { listening: data.listening })
}

function askAgain(data: Config, context: NodeContext, reason: Reason, nth: number) {
  const text = repromptText(data, reason, nth, context.head, context.state.language)
  return askAloud(text, expected(data, context), context, { listening: data.listening })
}

const expected = (data: Config, { head, state }: NodeContext) => intentExpectation(head, data.intents, state.language)

function wanted(data: Config, { head, state }: NodeContext) {
  return {
    intents: intentCandidates(head, data.intents, state.language),
    slots: head.variables.filter(({ name }) => data.fills.includes(name)).map(slotRequest),
  }
}
