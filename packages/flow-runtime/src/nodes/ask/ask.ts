import { defineNodeType, type NodeContext, type NodeEvent, type NodeStep } from '../../node-type.ts'
import { phrases } from '../../phrases.ts'
import { visitsOf } from '../../visits.ts'
import { fixedTexts } from '../fixed-texts.ts'
import { listenOnly, questionTexts } from '../reprompts.ts'
import { understand } from '../understand-request.ts'
import { decide, wantedSlots } from './answer.ts'
import { type AskConfig, type AskMemory, askConfig, askMemory } from './ask-config.ts'
import { askEditor } from './ask-editor.ts'
import { answerExpectation, notHeard, notUnderstood, putQuestion } from './questions.ts'

type Step = NodeStep<AskMemory>

export const ask = defineNodeType({
  type: 'ask',
  config: askConfig,
  memory: askMemory,
  editor: askEditor,
  listens: true,
  outcomes: () => ['done', 'noMatch', 'silent'],
  speaks(data, flow, language) {
    const questions = questionTexts(data, flow, language)
    if (!data.confirm) return questions
    const written = fixedTexts(flow, language, data.confirmText)
    const again = written.flatMap((text) => [text, ...phrases[language].notHeard.map((before) => `${before} ${text}`)])
    return [...questions, ...again]
  },
  enter(data, context): Step {
    const { state, nodeId } = context
    const known = state.variables[data.variable] ?? null
    if (data.skipIfKnown && known !== null && visitsOf(state, nodeId) === 1) return { outcome: 'done', why: { code: 'answerKnown' } }
    const put = putQuestion(data, context)
    const memory: AskMemory = {
      tries: 0,
      silences: 0,
      phase: 'asking',
      asked: put.question === undefined,
      hadFloor: state.hasFloor,
      setAside: false,
      words: '',
      wordsConfidence: 0,
      candidate: null,
    }
    return { ...put, memory, hasFloor: false }
  },
  on(data, event, context, remembered): Step {
    if (event.type === 'speechFinished') {
      return event.completed || event.heard.trim() !== '' ? { memory: { ...remembered, asked: true } } : {}
    }
    if (event.type === 'contactSilent') return notHeard(data, context, remembered)
    if (event.type === 'contactSaid') return fromBeforeTheQuestion(data, context, remembered) ?? takeWords(data, event, context, remembered)
    if (event.type === 'understood') return decide(data, event.result, context, remembered)
    return {}
  },
})

/** Words that began before the question could be heard do not answer it: the question is put first, once. */
function fromBeforeTheQuestion(data: AskConfig, context: NodeContext, remembered: AskMemory): Step | undefined {
  if (remembered.asked || remembered.setAside) return undefined
  const memory = { ...remembered, setAside: true }
  const stillToBeSaid = context.state.awaiting.some(({ type }) => type === 'say')
  if (!stillToBeSaid) return { ...putQuestion(data, context), memory, why: { code: 'questionNotHeard' } }
  if (!remembered.hadFloor) return undefined
  return { ...listenOnly(answerExpectation(data, context), context, data), memory, why: { code: 'wordsBeforeQuestion' } }
}

function takeWords(
  data: AskConfig,
  { text, confidence }: Extract<NodeEvent, { type: 'contactSaid' }>,
  context: NodeContext,
  remembered: AskMemory,
): Step {
  const words = text.trim()
  const memory = { ...remembered, asked: true, words, wordsConfidence: confidence }
  if (words === '') return notUnderstood(data, context, memory, { code: 'noWords' })
  return { effects: [understand(words, { slots: wantedSlots(data, context, memory) }, context)], memory }
}
