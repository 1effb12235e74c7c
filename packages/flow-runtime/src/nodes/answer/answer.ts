import { defineNodeType, type NodeContext, type NodeStep } from '../../node-type.ts'
import { freeExpectation } from '../../recognition-hints.ts'
import { renderText } from '../../render-text.ts'
import { textIn } from '../../text.ts'
import type { Why } from '../../why/why.ts'
import { fixedTexts } from '../fixed-texts.ts'
import { isBusy } from '../is-busy.ts'
import { askAloud, inVain, listenOnly, questionTexts, type Reason, repromptText, sayAs } from '../reprompts.ts'
import { understand } from '../understand-request.ts'
import { type AnswerConfig, type AnswerMemory, answerConfig, answerMemory } from './answer-config.ts'
import { answerEditor } from './answer-editor.ts'
import { tell } from './telling.ts'

type Step = NodeStep<AnswerMemory>

const anything = freeExpectation([])

export const answer = defineNodeType({
  type: 'answer',
  config: answerConfig,
  memory: answerMemory,
  editor: answerEditor,
  // Not where the last words are the question: a loop through this node alone is not broken by the contact.
  listens: ({ useLastWords }) => !useLastWords,
  outcomes: () => ['answered', 'unknown'],
  speaks: (data, flow, language) => [...questionTexts(data, flow, language), ...fixedTexts(flow, language, data.waiting, data.unknownText)],
  enter(data, context): Step {
    const { hasFloor, lastSaid } = context.state
    const memory: AnswerMemory = { tries: 0, silences: 0, phase: 'asking', noAnswer: null, asked: !hasFloor }
    if (hasFloor) return { ...listenOnly(anything, context, data), memory, why: { code: 'callerSpeaksAlready' } }
    const question = data.useLastWords ? (lastSaid?.text ?? '') : ''
    return question === '' ? { ...putQuestion(data, context), memory } : lookUp(data, question, context, memory)
  },
  on(data, event, context, remembered): Step {
    switch (event.type) {
      case 'contactSilent':
        if (remembered.asked) return askAgain(data, 'notHeard', context, remembered, { code: 'callerSilent' })
        return { ...putQuestion(data, context), memory: { ...remembered, asked: true }, why: { code: 'questionDue' } }
      case 'contactSaid': {
        const words = event.text.trim()
        if (words === '') return askAgain(data, 'notUnderstood', context, remembered, { code: 'noWords' })
        // A wish that the flow hears anywhere is no question.
        return { effects: [understand(words, {}, context)] }
      }
      case 'understood':
        return lookUp(data, context.state.lastSaid?.text ?? '', context, remembered)
      case 'toolFinished':
        return tell(data, event, context, remembered)
      case 'speechFinished':
        return remembered.phase === 'telling' && !isBusy(context) ? told(remembered, !event.completed) : {}
      default:
        return {}
    }
  },
})

const told = ({ noAnswer }: AnswerMemory, hasFloor: boolean): Step =>
  noAnswer === null
    ? { outcome: 'answered', why: { code: 'everythingSaid' }, hasFloor }
    : { outcome: 'unknown', why: { code: noAnswer }, hasFloor }

function putQuestion(data: AnswerConfig, context: NodeContext) {
  const question = textIn(data.question, context.state.language, context.head.languages[0] ?? 'en')
  return askAloud(question, anything, context, { listening: data.listening })
}

/** Asks the tenant's knowledge; says so meanwhile. */
function lookUp(data: AnswerConfig, question: string, context: NodeContext, remembered: AnswerMemory): Step {
  const { collection, timeoutMs, listening } = data
  const input = { question, language: context.state.language, ...(collection === '' ? {} : { collection }) }
  const call = { type: 'callTool' as const, tool: 'knowledge.answer' as const, input, timeoutMs }
  const waiting = renderText(data.waiting, context)
  const effects = waiting === '' ? [call] : [sayAs(waiting, { ...listening, interruptible: true }), call]
  return { effects, memory: { ...remembered, phase: 'lookingUp' }, why: { code: 'knowledgeAsked' } }
}

function askAgain(data: AnswerConfig, reason: Reason, context: NodeContext, remembered: AnswerMemory, why: Why): Step {
  const { attempts, nth, usedUp } = inVain(reason, remembered, data, context)
  if (usedUp) return { outcome: 'unknown', why }
  const text = repromptText(data, reason, nth, context.head, context.state.language)
  return { ...askAloud(text, anything, context, { listening: data.listening }), memory: { ...remembered, ...attempts, asked: true }, why }
}
