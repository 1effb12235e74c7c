import { expect, test } from 'vitest'
import type * as z from 'zod'
import { drawn, meant, scenario } from '../../scenario.ts'
import { answerInput } from '../../tools.ts'
import type { Json } from '../../variables.ts'
import type { answerConfig } from './answer-config.ts'

const end = ['end', {}] as ['end', object]
const flowOf = (data: z.input<typeof answerConfig> = {}) =>
  drawn(
    {
      why: ['intent', { question: 'What?', intents: ['ask'] }, { ask: 'answer' }],
      answer: ['answer', { question: { en: 'Your question?', fr: 'Votre question ?' }, ...data }, { answered: 'told', unknown: 'lost' }],
      human: ['anywhere', { intents: ['human'], afterwards: 'return', text: 'Nobody.' }],
      told: end,
      lost: end,
    },
    {
      languages: ['en', 'fr'],
      intents: [{ name: 'ask' }, { name: 'human' }],
      variables: [
        { name: 'sources', type: 'list' },
        { name: 'source', type: 'text' },
        { name: 'day', type: 'date' },
      ],
    },
  )
const entered = (data: z.input<typeof answerConfig> = {}, language: 'en' | 'fr' = 'en') =>
  scenario(flowOf(data), { language }).says('do you treat children', meant('ask'))
const words = 'Yes, {{ day }} from the age of three.'
const sources: Json[] = [{ title: 'Services', url: 'https://example.org/s' }, { title: 'FAQ' }]
const found = { answer: words, sources }

test('looks up what the caller came in asking, and says so meanwhile', () => {
  const call = entered({ collection: 'dental' })
  expect(call.words()).toBe('One moment, I am looking it up.')
  const { tool, input, timeoutMs } = call.awaited('callTool')
  expect({ tool, timeoutMs }).toEqual({ tool: 'knowledge.answer', timeoutMs: 10_000 })
  expect(answerInput.parse(input)).toEqual({ question: 'do you treat children', language: 'en', collection: 'dental' })
})

test('the answer is said as it is, its sources are in the decision and the variable', () => {
  const call = entered({ sourcesVariable: 'sources' }).tool(found)
  expect(call.words()).toBe(words)
  expect(call.decisions()[0]).toMatchObject({
    candidates: [{ name: 'Services', value: 'https://example.org/s' }, { name: 'FAQ' }],
    why: { code: 'knowledgeAnswers', values: { sources: 'Services, FAQ' } },
  })
  expect(call.spoken().state()).toMatchObject({ at: 'told', variables: { sources: ['Services', 'FAQ'] } })
  expect(entered({ sourcesVariable: 'source' }).tool(found).state().variables).toEqual({ source: 'Services, FAQ' })
  expect(
    entered({ sourcesVariable: 'day' })
      .tool({ ...found, sources: [] })
      .state().variables,
  ).toEqual({})
})

test('a caller who breaks into the answer keeps the floor', () => {
  expect(entered().tool(found).interrupted('Yes').state()).toMatchObject({ at: 'told' })
  expect(entered().tool(found).interrupted('Yes').decisions()[0]).toMatchObject({ outcome: 'answered' })
})

test('what it does not know it says, whatever the reason is, and leaves by unknown', () => {
  const unknown = (result: Parameters<ReturnType<typeof entered>['tool']>[0], outcome?: 'ok' | 'error' | 'timeout') => {
    const call = entered({}, 'fr').tool(result, outcome)
    expect(call.words()).toBe('Je suis désolée, je ne sais pas.')
    expect(call.spoken().state().at).toBe('lost')
    return call.decisions()[0]?.why.code
  }
  expect(unknown({ answer: null, sources: [] })).toBe('knowledgeUnknown')
  expect(unknown({ answer: ' ', sources: [] })).toBe('knowledgeUnknown')
  expect(unknown('nonsense')).toBe('knowledgeFailed')
  expect(unknown(null, 'error')).toBe('knowledgeFailed')
  expect(unknown(null, 'timeout')).toBe('knowledgeTooSlow')
  expect(entered({ unknownText: '' }).tool(null, 'error').state().at).toBe('lost')
})

test('asks for the question where the last words are none', () => {
  const call = entered({ useLastWords: false, waiting: '' })
  expect(call.words()).toBe('Your question?')
  call.says('are you open on Sunday')
  expect(call.types()).toEqual(['callTool'])
  expect(call.awaited('callTool').input).toMatchObject({ question: 'are you open on Sunday' })
})

test('a wish heard anywhere is no question; the call comes back to it', () => {
  const call = entered({ useLastWords: false }).says('a person', meant('human'))
  expect(call.words()).toBe('Nobody.')
  expect(call.spoken().words()).toBe('Your question?')
})

test('silence, or words nobody recognises, are asked about and leave by unknown', () => {
  const call = entered({ useLastWords: false }).silent().said(' ')
  expect(call.words()).toBe('Sorry, I did not understand. Your question?')
  expect(call.silent().silent().state().at).toBe('lost')
  expect(entered({ useLastWords: false, maxTries: 1 }).said('').state().at).toBe('lost')
})

test('a caller who speaks already asks; a mere noise is followed by the question', () => {
  const flow = drawn(
    {
      hi: ['say', { text: 'Good morning.' }, { next: 'answer' }],
      answer: ['answer', { question: 'Your question?' }, { answered: 'hi', unknown: 'hi' }],
    },
    {},
  )
  const call = scenario(flow).interrupted('Good')
  expect(call.types()).toEqual(['listen'])
  expect(call.says('are you open').awaited('callTool').input).toMatchObject({ question: 'are you open' })
  expect(scenario(flow).interrupted('Good').silent().words()).toBe('Your question?')
  expect(scenario(flow).spoken().words()).toBe('Your question?')
})

test('a question that could not be interrupted, still being said, does not end the answer', () => {
  const call = entered({ useLastWords: false, waiting: '', listening: { interruptible: false } }).says('children?')
  call.tool(found).spoken()
  expect(call.state().at).toBe('answer')
  expect(call.spoken().state().at).toBe('told')
})

test('an answer of the tool that comes twice changes nothing', () => {
  const call = entered()
  const { id } = call.awaited('callTool')
  const after = call.tool(found).state()
  expect(call.tell({ type: 'toolFinished', at: 1, effectId: id, outcome: 'error', result: null }).state()).toEqual(after)
})
