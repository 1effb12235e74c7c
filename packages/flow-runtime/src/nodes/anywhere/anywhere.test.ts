import { describe, expect, test } from 'vitest'
import { drawn, meant, scenario, slots } from '../../scenario.ts'

const intents = [
  { name: 'book', samples: { en: ['book'] } },
  { name: 'human', samples: { en: ['a person'] } },
  { name: 'repeat', samples: { en: ['say that again'] } },
]
const variables = [{ name: 'day', type: 'date' as const }]

const desk = drawn(
  {
    greet: ['greeting', { text: 'Hello.' }, { next: 'why' }],
    why: ['intent', { question: 'How can I help?', intents: ['book'] }, { book: 'askDay', noMatch: 'bye', silent: 'bye' }],
    askDay: ['ask', { variable: 'day', question: 'Which day?' }, { done: 'bye', noMatch: 'bye', silent: 'bye' }],
    human: ['anywhere', { intents: ['human'], text: 'I will look for somebody.', cooldownTurns: 2 }, { next: 'try' }],
    try: ['transfer', { to: '+15550100' }, { failed: 'human', declined: 'human', noAnswer: 'human' }],
    again: ['anywhere', { intents: ['repeat'], afterwards: 'return', cooldownTurns: 0 }],
    bye: ['end', { text: 'Bye.' }],
  },
  { variables, intents },
)

const atQuestion = () => scenario(desk).spoken().spoken().says('book', meant('book')).spoken()

describe('a wish heard anywhere', () => {
  test('is asked for at every listening node, after the node’s own intents', () => {
    const call = scenario(desk).spoken().spoken().said('hm')
    expect(call.awaited('understand').request.intents.map(({ name }) => name)).toEqual(['book', 'human', 'repeat'])
    call.understood(meant('book')).spoken().said('hm')
    expect(call.awaited('understand').request.intents.map(({ name }) => name)).toEqual(['human', 'repeat'])
  })

  test('takes the call, and an edge back into the handler puts the open question again', () => {
    const call = atQuestion().says('I want a person', meant('human'))
    expect(call.state().at).toBe('human')
    expect(call.words()).toBe('I will look for somebody.')
    expect(call.decisions()[0]).toMatchObject({ nodeId: 'askDay', nextNodeId: 'human', why: { code: 'handlerTook' } })
    call.spoken().transferred('noAnswer')
    expect(call.state()).toMatchObject({ at: 'askDay', returns: [] })
    expect(call.words()).toBe('Which day?')
    expect(
      call
        .spoken()
        .says('Tuesday', slots({ day: '2026-11-24' }))
        .words(),
    ).toBe('Bye.')
  })

  test('that only repeats comes back at once, keeping the tries of the question', () => {
    const call = atQuestion().says('blah').spoken()
    expect(call.state().local).toMatchObject({ tries: 1 })
    call.says('say that again', meant('repeat'))
    expect(call.state().at).toBe('askDay')
    expect(call.words()).toContain('Which day?')
    expect(call.state().local).toMatchObject({ tries: 1 })
  })

  test('cools down: the same wish does not take the call again at once, and does later', () => {
    const call = atQuestion().says('a person', meant('human')).spoken().transferred('noAnswer').spoken().said('a person!')
    expect(call.awaited('understand').request.intents.map(({ name }) => name)).toEqual(['repeat'])
    call.understood({}).spoken().says('blah').spoken().said('a person!!')
    expect(call.awaited('understand').request.intents.map(({ name }) => name)).toContain('human')
  })

  test('is not taken on a doubtful guess, nor against a surer answer to the question', () => {
    expect(atQuestion().says('mumble', meant('human', 0.55)).state().at).toBe('askDay')
    const both = { ...meant('human', 0.7), slots: [{ name: 'day', value: '2026-11-24', raw: 'Tuesday', confidence: 0.9 }] }
    expect(atQuestion().says('Tuesday', both).state().variables).toEqual({ day: '2026-11-24' })
  })

  test('said with a yes or no is taken when it is nearly as sure; else that answers the question', () => {
    const flow = drawn(
      {
        sure: ['ask', { variable: 'sure', question: 'Are you sure?' }, { done: 'bye', noMatch: 'bye', silent: 'bye' }],
        stop: ['anywhere', { intents: ['human'] }, { next: 'bye' }],
        bye: ['end', { text: 'Bye.' }],
      },
      { intents, variables: [{ name: 'sure', type: 'boolean' }] },
    )
    const no = { slots: [{ name: 'sure', value: false, raw: 'no', confidence: 0.96 }] }
    const heard = (confidence: number) =>
      scenario(flow)
        .spoken()
        .says('no, …', { ...meant('human', confidence), ...no })
        .state().path
    expect(heard(0.8)).toEqual(['sure', 'bye'])
    expect(heard(0.94)).toEqual(['sure', 'stop', 'bye'])
  })

  test('that nothing called for goes on by its way back when drawn, and fails in words when not', () => {
    const straight = drawn({ a: ['say', { text: 'One.' }, { next: 'h' }], h: ['anywhere', { intents: ['human'] }] }, { intents })
    expect(scenario(straight).spoken().decisions().at(-1)?.why).toEqual({ code: 'nothingFollows', values: { outcome: 'return' } })
  })
})

test('global and split nodes cannot loop for ever: handlers come back to a question, splits without listening end in the failure line', () => {
  const call = atQuestion()
  for (let turn = 0; turn < 50; turn += 1) {
    call.says('a person', meant('human'))
    while (call.state().awaiting.some(({ type }) => type === 'say')) call.spoken()
    if (call.state().awaiting.some(({ type }) => type === 'transfer')) call.transferred('failed')
    while (call.state().awaiting.some(({ type }) => type === 'say')) call.spoken()
    if (call.state().status === 'ended' || call.state().outcome) break
    expect(call.state().returns.length).toBeLessThanOrEqual(1)
    expect(call.state().awaiting.length).toBeGreaterThan(0)
  }
  const round = drawn({ s: ['split', { arms: [{ name: 'a' }, { name: 'b' }] }, { a: 's', b: 's' }] })
  expect(scenario(round).decisions().at(-1)?.why.code).toBe('tooManyNodes')
})
