import { expect, test } from 'vitest'
import { drawn, meant, scenario, slots } from '../scenario.ts'

/** What went wrong at transitions elsewhere, each as one call. */

const flow = drawn(
  {
    greet: ['greeting', { text: 'Hello, this is a rather long greeting.' }, { next: 'why' }],
    why: [
      'intent',
      { question: 'How can I help?', intents: ['book', 'person'] },
      { book: 'empty', person: 'human', noMatch: 'bye', silent: 'bye' },
    ],
    empty: ['say', { text: '{{ reason }}' }, { next: 'askDay' }],
    askDay: ['ask', { variable: 'day', question: 'Which day?' }, { done: 'book', noMatch: 'bye', silent: 'bye' }],
    book: ['book', { service: 'Cleaning', date: 'day', time: 'time' }, { booked: 'told', noTimes: 'bye', declined: 'bye', failed: 'bye' }],
    told: ['branch', { conditions: [{ name: 'soon', when: 'day < "2026-12-01"' }] }, { soon: 'soon', otherwise: 'bye' }],
    soon: ['say', { text: 'See you on {{ day }}.' }, { next: 'bye' }],
    human: ['transfer', { to: '+15550100' }, { failed: 'bye', declined: 'bye', noAnswer: 'bye' }],
    bye: ['end', { text: 'Bye.' }],
  },
  {
    variables: [
      { name: 'day', type: 'date' },
      { name: 'time', type: 'time' },
      { name: 'reason', type: 'text' },
    ],
    intents: [
      { name: 'book', samples: { en: ['book'] } },
      { name: 'person', samples: { en: ['a person'] } },
    ],
  },
)
const tuesday = slots({ day: '2026-11-24' })
const found = {
  exact: false,
  times: [{ startsAt: '2026-11-24T15:00:00+01:00', date: '2026-11-24', time: '15:00' }],
  service: { name: 'Cleaning', durationMin: 30 },
}

test('a condition that is met moves the call: an understood intent is a transition, whatever a model says or does', () => {
  const call = scenario(flow).spoken().says('book please', meant('book'))
  expect(call.state().at).toBe('askDay')
  expect(call.decisions()[0]).toMatchObject({ nodeId: 'why', outcome: 'book', nextNodeId: 'empty' })
})

test('an interruption while a tool runs neither cancels it nor gets the flow stuck', () => {
  const call = scenario(flow).spoken().says('book', meant('book')).says('Tuesday', tuesday)
  call.interrupted('One moment')
  expect(call.awaited('callTool').tool).toBe('calendar.findTimes')
  expect(call.tool(found).words()).toContain('Shall I book it?')
})

test('an interruption while words are being understood does not lose the answer', () => {
  const call = scenario(flow).spoken().said('book')
  call.tell({ type: 'speechFinished', at: 1, effectId: 'e2', completed: false, heard: 'How can' })
  expect(call.understood(meant('book')).state().at).toBe('askDay')
})

test('a transition into a node with nothing to say is not silence: the call goes on to the next words', () => {
  const call = scenario(flow).spoken().says('book', meant('book'))
  expect(call.state().path).toEqual(['greet', 'why', 'empty', 'askDay'])
  expect(call.words()).toBe('Which day?')
})

test('a hand-off that comes with another result in the same words is not dropped', () => {
  const both = { ...meant('person'), ...tuesday }
  const call = scenario(flow).spoken().says('Tuesday, no, give me a person', both)
  expect(call.effects()).toMatchObject([{ type: 'transfer', to: '+15550100' }])
})

test('a hand-off that fails does not hang: the flow says so and ends', () => {
  const call = scenario(flow).spoken().says('a person', meant('person')).transferred('failed')
  expect(call.words()).toBe('Bye.')
})

test('a required question is not skipped: words from before it do not answer it', () => {
  const interruptedInto = drawn(
    {
      greet: ['greeting', { text: 'Hello.' }, { next: 'ask' }],
      ask: ['ask', { variable: 'reason', question: 'Why do you call?' }, { done: 'bye' }],
      bye: ['end', {}],
    },
    { variables: [{ name: 'reason', type: 'text' }] },
  )
  const call = scenario(interruptedInto).interrupted('Hel').said('hello hello')
  expect(call.state().at).toBe('ask')
  expect(call.types()).toEqual(['listen'])
  expect(call.awaited('say').text).toBe('Why do you call?')
  expect(call.spoken().says('my tooth').state().variables).toEqual({ reason: 'my tooth' })
})

test('a required question is not skipped: cut before its first word, it is put again', () => {
  const call = scenario(flow).spoken().says('book', meant('book')).interrupted('').said('wait')
  expect(call.words()).toBe('Which day?')
  expect(call.says('Tuesday', tuesday).state().at).toBe('book')
})

test('an answer over the running question counts', () => {
  const call = scenario(flow).spoken().says('book', meant('book')).said('Tuesday').understood(tuesday)
  expect(call.state().at).toBe('book')
})

test('a value that was understood can be used in the next prompt, condition and tool', () => {
  const call = scenario(flow).spoken().says('book', meant('book')).says('Tuesday', tuesday)
  expect(call.awaited('callTool').input).toMatchObject({ date: '2026-11-24' })
  call.tool(found).says('yes', slots({ _confirmed: true }))
  call.tool({ booked: true, appointmentId: 'a', startsAt: '2026-11-24T15:00:00+01:00', date: '2026-11-24', time: '15:00' })
  expect(call.words()).toBe('See you on Tuesday, November 24.')
})

test('nodes that lead to each other do not loop for ever', () => {
  const loop = drawn({ a: ['branch', {}, { otherwise: 'b' }], b: ['set', {}, { next: 'c' }], c: ['say', {}, { next: 'a' }] })
  expect(scenario(loop).spoken().effects()).toMatchObject([{ type: 'hangUp', outcome: 'failed' }])
})

test('the call never loses track of where it is: duplicated, late and reordered answers leave it at its node', () => {
  const call = scenario(flow).spoken().says('book', meant('book'))
  const { state } = call
  const position = state()
  for (const event of call.events.slice(1)) call.tell(event)
  expect(state()).toEqual(position)
})
