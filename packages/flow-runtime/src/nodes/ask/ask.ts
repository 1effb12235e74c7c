import { intentCandidates } from '../../intent-candidates.ts'
import { defineNodeType, type NodeContext, type NodeEvent, type NodeStep } from '../../node-type.ts'
import { phrases } from '../../phrases.ts'
import { visitsOf } from '../../visits.ts'
import { fixedTexts } from '../fixed-texts.ts'
import { listenOnly, questionTexts } from '../reprompts.ts'
import { understand } from '../understand-request.ts'
import { freshQuestion, noteHeard, wordsBeforeQuestion } from '../words-before-question.ts'
import { decide, wantedSlots } from './answer.ts'
import { type AskConfig, type AskMemory, askConfig, askedVariable, askMemory } from './ask-config.ts'
import { askEditor } from './ask-editor.ts'
import { escapeIntents, escapeNames } from './escapes.ts'
import { awaitKeys, endEntry, takeKey } from './keys.ts'
import { aloud, answerExpectation, askAgain, fits, putQuestion, sayInvalid } from './questions.ts'
import { isValid } from './validity.ts'

type Step = NodeStep<AskMemory>

export const ask = defineNodeType({
  type: 'ask',
  config: askConfig,
  memory: askMemory,
  editor: askEditor,
  listens: true,
  intents: escapeIntents,
  outcomes: (data) => [...new Set(['done', 'noMatch', 'silent', ...escapeNames(data)])],
  speaks(data, flow, language) {
    const { spellIt, notPossible, notHeard, notUnderstood } = phrases[language]
    const texts = questionTexts(data, flow, language)
    const [question = ''] = texts
    if (data.valid !== '') texts.push(...fixedTexts(flow, language, data.invalidText), `${notPossible} ${question}`.trim())
    if (!data.confirm) return texts
    for (const text of fixedTexts(flow, language, data.confirmText)) texts.push(text, ...notHeard.map((before) => `${before} ${text}`))
    if (askedVariable(data, flow).type === 'personName') {
      texts.push(spellIt, ...[...notHeard, ...notUnderstood].map((before) => `${before} ${spellIt}`))
    }
    return texts
  },
  enter(data, context): Step {
    const { state, nodeId } = context
    const known = state.variables[data.variable] ?? null
    const mayBeKnown = data.skipIfKnown && known !== null && visitsOf(state, nodeId) === 1
    const isRefused = mayBeKnown && !isValid(data, known, context)
    if (mayBeKnown && !isRefused) return { outcome: 'done', why: { code: 'answerKnown' } }
    const value = isRefused && isAnswer(known) && fits(data, known, context) ? known : undefined
    const put = value === undefined ? putQuestion(data, context, { spelling: false }) : sayInvalid(data, value, context)
    const memory: AskMemory = {
      tries: 0,
      silences: 0,
      phase: 'asking',
      ...freshQuestion(put.question, context),
      words: '',
      wordsConfidence: 0,
      candidate: null,
      digits: '',
      spelling: false,
    }
    const step = { ...put, memory, hasFloor: false }
    return value === undefined ? step : { ...step, why: { code: 'answerInvalid', values: { condition: data.valid } } }
  },
  on(data, event, context, remembered): Step {
    if (event.type === 'speechFinished') return noteHeard(event, remembered)
    if (event.type === 'keyPressed') return takeKey(data, event.key, context, remembered)
    if (event.type === 'contactSilent') {
      if (remembered.digits !== '') return endEntry(data, context, remembered)
      return askAgain(data, 'notHeard', context, remembered, { code: 'callerSilent' })
    }
    if (event.type === 'contactSaid') {
      const before = wordsBeforeQuestion(context, remembered, {
        put: () => putQuestion(data, context, remembered),
        listen: () => listenOnly(answerExpectation(data, context, remembered), context, aloud(data, context)),
      })
      return before ?? takeWords(data, event, context, remembered)
    }
    if (event.type === 'understood') return decide(data, event.result, context, remembered)
    return {}
  },
})

function takeWords(
  data: AskConfig,
  { text, confidence }: Extract<NodeEvent, { type: 'contactSaid' }>,
  context: NodeContext,
  remembered: AskMemory,
): Step {
  const words = text.trim()
  // A noise between two keys is no answer.
  if (words === '' && remembered.digits !== '') return awaitKeys(data, context, remembered)
  const memory = { ...remembered, asked: true, words, wordsConfidence: confidence, digits: '' }
  if (words === '') return askAgain(data, 'notUnderstood', context, memory, { code: 'noWords' })
  const intents = intentCandidates(context.head, escapeIntents(data), context.state.language)
  return { effects: [understand(words, { intents, slots: wantedSlots(data, context, memory) }, context)], memory }
}

const isAnswer = (value: unknown): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value)
