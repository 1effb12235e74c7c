import { describe, expect, test } from 'vitest'
import { drawn, meant, scenario, slots } from '../scenario.ts'

/** What went wrong at transitions in comparable systems, each as one call; in the brackets where it was reported. */

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

test('a condition that is met moves the call, whatever a model says or does (dograh#641): an understood intent is a transition', () => {
  const call = scenario(flow).spoken().says('book please', meant('book'))
  expect(call.state().at).toBe('askDay')
  expect(call.decisions()[0]).toMatchObject({ nodeId: 'why', outcome: 'book', nextNodeId: 'empty' })
})

test('an interruption while a tool runs neither cancels it nor gets the flow stuck (pipecat-flows#234, pipecat#4165)', () => {
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

test('a transition into a node with nothing to say is not silence (dograh-hq/pipecat#61): the call goes on to the next words', () => {
  const call = scenario(flow).spoken().says('book', meant('book'))
  expect(call.state().path).toEqual(['greet', 'why', 'empty', 'askDay'])
  expect(call.words()).toBe('Which day?')
})

test('a hand-off that comes with another result in the same words is not dropped (livekit/agents#7320, #5150)', () => {
  const both = { ...meant('person'), ...tuesday }
  const call = scenario(flow).spoken().says('Tuesday, no, give me a person', both)
  expect(call.effects()).toMatchObject([{ type: 'transfer', to: '+15550100' }])
})

test('a hand-off that fails does not hang (livekit/agents#5990): the flow says so and ends', () => {
  const call = scenario(flow).spoken().says('a person', meant('person')).transferred('failed')
  expect(call.words()).toBe('Bye.')
})

test('a required question is not skipped (bolna#851): words from before it do not answer it', () => {
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

test('a required question is not skipped (bolna#851): cut before its first word, it is put again', () => {
  const call = scenario(flow).spoken().says('book', meant('book')).interrupted('').said('wait')
  expect(call.words()).toBe('Which day?')
  expect(call.says('Tuesday', tuesday).state().at).toBe('book')
})

test('an answer over the running question counts', () => {
  const call = scenario(flow).spoken().says('book', meant('book')).said('Tuesday').understood(tuesday)
  expect(call.state().at).toBe('book')
})

test('a value that was understood can be used in the next prompt, condition and tool (dograh#195, #765)', () => {
  const call = scenario(flow).spoken().says('book', meant('book')).says('Tuesday', tuesday)
  expect(call.awaited('callTool').input).toMatchObject({ date: '2026-11-24' })
  call.tool(found).says('yes', slots({ _confirmed: true }))
  call.tool({ booked: true, appointmentId: 'a', startsAt: '2026-11-24T15:00:00+01:00', date: '2026-11-24', time: '15:00' })
  expect(call.words()).toBe('See you on Tuesday, November 24.')
})

test('split nodes that lead to each other do not loop for ever (Retell community 833); global ones: see anywhere.test.ts', () => {
  const loop = drawn({ a: ['branch', {}, { otherwise: 'b' }], b: ['set', {}, { next: 'c' }], c: ['say', {}, { next: 'a' }] })
  expect(scenario(loop).spoken().effects()).toMatchObject([{ type: 'hangUp', outcome: 'failed' }])
})

test('the model cannot lose track of the current node and its next steps (Vapi workflows): duplicated, late and reordered answers leave it at its node', () => {
  const call = scenario(flow).spoken().says('book', meant('book'))
  const { state } = call
  const position = state()
  for (const event of call.events.slice(1)) call.tell(event)
  expect(state()).toEqual(position)
})

describe('with a model that talks', () => {
  const desk = drawn(
    {
      agent: [
        'agent',
        {
          goal: 'Find out what is wrong.',
          opening: 'What is wrong?',
          exits: [{ name: 'urgent' }],
          results: ['reason'],
          tools: [{ name: 'manual', server: 'docs' }],
        },
        { urgent: 'urgent', turnLimit: 'bye', failed: 'bye' },
      ],
      urgent: ['say', { text: 'Because of {{ reason }}, somebody comes at once.' }, { next: 'bye' }],
      bye: ['end', { text: 'Bye.' }],
    },
    { variables: [{ name: 'reason', type: 'text' }] },
  )
  const asked = () => scenario(desk).spoken().says('my boiler leaks')

  test('its exit is committed by the engine, with its values, although it says nothing (dograh#641, dograh-hq/pipecat#61)', () => {
    const call = asked().generated({ exit: 'urgent', values: { reason: 'a leak' } })
    expect(call.state().at).toBe('urgent')
    expect(call.words()).toBe('Because of a leak, somebody comes at once.')
  })

  test('an exit it invents does not move the call', () => {
    const call = asked().generated({ text: 'I will connect you.', exit: 'hangUpNow' })
    expect(call.state().at).toBe('agent')
    expect(call.types()).toEqual(expect.arrayContaining(['say', 'listen']))
  })

  test('an interruption while its tool runs neither cancels the tool nor gets the flow stuck (pipecat-flows#234)', () => {
    const call = asked().generated({ text: 'Let me look.', tool: { name: 'manual', input: {} } })
    expect(call.interrupted('Let').awaited('callTool').tool).toBe('tool.call')
    expect(call.tool({ page: 3 }).awaited('generate').request.messages.at(-1)?.speaker).toBe('tool')
  })

  test('an exit that comes together with a tool is not dropped (livekit/agents#7320)', () => {
    const call = asked().generated({ exit: 'urgent', tool: { name: 'manual', input: {} }, values: { reason: 'a leak' } })
    if (call.state().awaiting.some(({ type }) => type === 'callTool')) call.tool({})
    expect(call.state().at).toBe('urgent')
  })

  test('an answer without words, exit or tool is not silence: it is asked once more, then the flow goes on by failed', () => {
    const call = asked().generated({})
    expect(call.types()).toEqual(['generate'])
    expect(call.generated({}).words()).toBe('Bye.')
  })
})
