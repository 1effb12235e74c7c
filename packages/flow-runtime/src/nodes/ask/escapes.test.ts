import { expect, test } from 'vitest'
import { drawn, meant, scenario, slots } from '../../scenario.ts'
import { nodeTypes } from '../index.ts'

const end = ['end', {}] as ['end', object]
const flow = drawn(
  {
    ask: [
      'ask',
      {
        variable: 'day',
        question: 'Which day?',
        confirm: true,
        escapes: [
          { name: 'unknown', intents: ['dontKnow'] },
          { name: '', intents: ['human'] },
        ],
      },
      { done: 'done', noMatch: 'lost', silent: 'lost', unknown: 'help' },
    ],
    human: ['anywhere', { intents: ['human', 'dontKnow'], text: 'A person.' }, { next: 'help' }],
    done: end,
    lost: end,
    help: ['end', { text: 'I will help you.' }],
  },
  {
    variables: [{ name: 'day', type: 'date' }],
    intents: [{ name: 'dontKnow', samples: { en: ['I do not know'] } }, { name: 'human' }],
  },
)

test('an escape leaves the question by its own outcome, before any handler of the flow', () => {
  const call = scenario(flow).said('no idea')
  expect(call.awaited('understand').request.intents).toEqual([
    { name: 'dontKnow', samples: ['I do not know'] },
    { name: 'human', samples: [] },
  ])
  call.understood(meant('dontKnow', 0.87))
  expect(call.words()).toBe('I will help you.')
  expect(call.decisions()[0]).toMatchObject({
    outcome: 'unknown',
    nextNodeId: 'help',
    why: { code: 'escapeTaken', values: { intent: 'dontKnow', confidence: 87 } },
  })
})

test('it is also heard at the read-back', () => {
  expect(
    scenario(flow)
      .says('Tuesday', slots({ day: '2026-11-24' }))
      .says('I do not know', meant('dontKnow'))
      .state().path,
  ).toEqual(['ask', 'help'])
})

test('a surer answer, an unsure wish, a wish without an outcome do not leave', () => {
  const both = { ...meant('dontKnow', 0.7), ...slots({ day: '2026-11-24' }) }
  expect(scenario(flow).says('I do not know, Tuesday', both).words()).toContain('Tuesday, November 24')
  expect(scenario(flow).says('hm', meant('dontKnow', 0.3)).state().at).toBe('ask')
  expect(scenario(flow).says('human', meant('human', 0.55)).state().at).toBe('ask')
})

test('its outcomes are named, each once', () => {
  const data = nodeTypes.ask.config.parse({
    escapes: [{ name: 'unknown' }, { name: 'unknown' }, { name: '' }, { name: 'done', intents: ['a', 'a'] }],
  })
  expect(nodeTypes.ask.outcomes(data, flow)).toEqual(['done', 'noMatch', 'silent', 'unknown'])
  expect(nodeTypes.ask.intents?.(data)).toEqual(['a'])
})
