import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { drawn, meant, scenario } from '../../scenario.ts'
import { callToolInput } from '../../tools.ts'
import { nodeTypes } from '../index.ts'
import type { agentConfig } from './agent-config.ts'

const end = ['end', {}] as ['end', object]
const flowOf = (data: z.input<typeof agentConfig> = {}) =>
  drawn(
    {
      hi: ['say', { text: 'Good morning.' }, { next: 'agent' }],
      agent: [
        'agent',
        {
          goal: 'Find out what is wrong.',
          instructions: 'Today is {{ call.date }}.',
          opening: { en: 'How can I help?', fr: 'Que puis-je faire ?' },
          exits: [{ name: 'urgent', description: 'water runs' }, { name: 'canWait' }, { name: '' }],
          results: ['party', 'day'],
          tools: [{ name: 'manual', description: 'looks up a model', arguments: 'model', server: 'docs' }],
          ...data,
        },
        { urgent: 'urgent', canWait: 'later', turnLimit: 'limit', failed: 'broken' },
      ],
      human: ['anywhere', { intents: ['human'], afterwards: 'return', text: 'Nobody.' }],
      urgent: end,
      later: end,
      limit: end,
      broken: end,
    },
    {
      languages: ['en', 'fr'],
      intents: [{ name: 'human' }],
      variables: [
        { name: 'party', type: 'number' },
        { name: 'day', type: 'date' },
        { name: 'other', type: 'text' },
      ],
    },
  )
const opened = (data: z.input<typeof agentConfig> = {}, language: 'en' | 'fr' = 'en') => scenario(flowOf(data), { language }).spoken()
const asked = (data: z.input<typeof agentConfig> = {}) => opened(data).spoken().says('my boiler leaks')
const messages = (call: ReturnType<typeof opened>) => call.awaited('generate').request.messages

test('opens, listens, and asks the model with all that it may know and do', () => {
  expect(opened().words()).toBe('How can I help?')
  expect(opened({}, 'fr').words()).toBe('Que puis-je faire ?')
  expect(asked().awaited('generate').request).toMatchObject({
    goal: 'Find out what is wrong.',
    instructions: 'Today is Friday, November 20.',
    language: 'en',
    messages: [
      { speaker: 'agent', text: 'How can I help?' },
      { speaker: 'contact', text: 'my boiler leaks' },
    ],
    exits: [
      { name: 'urgent', description: 'water runs' },
      { name: 'canWait', description: '' },
    ],
    tools: [{ name: 'manual', description: 'looks up a model', arguments: 'model' }],
    results: [
      { name: 'party', type: 'number' },
      { name: 'day', type: 'date' },
    ],
    timeZone: 'Europe/Paris',
  })
})

test('the model’s words are said as they are, and its results kept where they fit', () => {
  const call = asked().generated({ text: 'For {{ party }} days?', values: { party: 2, day: 'soon', other: 'x', toString: 1 } })
  expect(call.types()).toEqual(['say', 'listen'])
  expect(call.words()).toBe('For {{ party }} days?')
  expect(call.state().variables).toEqual({ party: 2 })
  expect(call.decisions()[0]).toMatchObject({ why: { code: 'agentSpoke' }, candidates: [{ name: 'party', value: 2 }] })
})

test('an interruption leaves in the conversation what was heard; words over it, all of it', () => {
  expect(messages(opened().interrupted('How can').says('it leaks'))[0]).toEqual({ speaker: 'agent', text: 'How can' })
  expect(messages(opened().interrupted('').says('it leaks'))).toEqual([{ speaker: 'contact', text: 'it leaks' }])
  expect(messages(opened().says('it leaks'))[0]).toEqual({ speaker: 'agent', text: 'How can I help?' })
})

test('what could not be interrupted is in the conversation once, although it ends late', () => {
  const call = opened({ listening: { interruptible: false } })
    .says('it leaks')
    .generated({ text: 'Since when?' })
    .spoken()
    .spoken()
    .says('today')
  expect(messages(call).map(({ text }) => text)).toEqual(['How can I help?', 'it leaks', 'Since when?', 'today'])
})

test('without first words the model finds them, knowing what was said before', () => {
  const call = opened({ opening: {} })
  expect(messages(call)).toEqual([])
  expect(call.generated({ text: 'Hello!' }).words()).toBe('Hello!')
  const flow = drawn(
    {
      why: ['intent', { intents: ['boiler'] }, { boiler: 'agent' }],
      agent: ['agent', { exits: [{ name: 'a' }] }, { a: 'why' }],
    },
    { intents: [{ name: 'boiler' }] },
  )
  expect(messages(scenario(flow).says('my boiler leaks', meant('boiler')))).toEqual([{ speaker: 'contact', text: 'my boiler leaks' }])
})

test('a caller who speaks already is listened to first; a noise is followed by the first words', () => {
  const call = scenario(flowOf()).interrupted('Good')
  expect(call.types()).toEqual(['listen'])
  expect(messages(call.says('it leaks'))).toEqual([{ speaker: 'contact', text: 'it leaks' }])
  expect(scenario(flowOf()).interrupted('Good').silent().words()).toBe('How can I help?')
})

describe('exits', () => {
  test('are committed by the engine, at once or after the words that come with them', () => {
    expect(asked().generated({ exit: 'urgent' }).state().at).toBe('urgent')
    const call = asked().generated({ exit: 'canWait', text: 'We call you tomorrow.' })
    expect(call.types()).toEqual(['say'])
    expect(call.state().at).toBe('agent')
    expect(call.spoken().state()).toMatchObject({ at: 'later' })
    expect(call.decisions()[0]).toMatchObject({ outcome: 'canWait', why: { code: 'agentLeaves', values: { exit: 'canWait' } } })
  })

  test('an interruption of the last words does not lose the exit', () => {
    expect(asked().generated({ exit: 'urgent', text: 'Somebody comes.' }).interrupted('Some').state().at).toBe('urgent')
  })

  test('one that is not declared does not leave', () => {
    expect(asked().generated({ exit: 'nowhere', text: 'Bye.' }).state().at).toBe('agent')
    expect(asked().generated({ exit: 'failed' }).state().at).toBe('agent')
    expect(asked().generated({ exit: '' }).state().at).toBe('agent')
  })

  test('together with a tool neither is dropped', () => {
    const tool = { name: 'manual', input: { model: 'X' } }
    const call = asked().generated({ exit: 'urgent', text: 'I note it.', tool })
    expect(call.types()).toEqual(['say', 'callTool'])
    expect(call.spoken().state().at).toBe('agent')
    expect(call.tool('noted').state().at).toBe('urgent')
    expect(asked().generated({ exit: 'urgent', text: 'I note it.', tool }).tool('noted').spoken().state().at).toBe('urgent')
    expect(
      asked()
        .generated({ exit: 'urgent', tool: { name: 'other', input: {} } })
        .state().at,
    ).toBe('urgent')
  })

  test('news told meanwhile do not hold it up', () => {
    const flow = drawn(
      {
        task: ['background', { task: 't', announce: 'News.', urgent: true }, { started: 'agent' }],
        agent: ['agent', { opening: 'Yes?', exits: [{ name: 'a' }] }, { a: 'bye' }],
        bye: end,
      },
      {},
    )
    const call = scenario(flow).says('hello').generated({ text: 'Goodbye then.', exit: 'a' })
    const own = call.awaited('say').id
    call.tell({ type: 'taskFinished', at: 1, taskId: 'e1', outcome: 'ok', result: null })
    expect(call.words()).toBe('News.')
    expect(call.tell({ type: 'speechFinished', at: 2, effectId: own, completed: true, heard: 'Goodbye then.' }).state().at).toBe('bye')
  })
})

describe('tools', () => {
  test('an allowed tool is run, and its result goes back to the model', () => {
    const call = asked().generated({ tool: { name: 'manual', input: { model: 'X' } }, text: 'One moment.' })
    const { tool, input, timeoutMs } = call.awaited('callTool')
    expect({ tool, timeoutMs }).toEqual({ tool: 'tool.call', timeoutMs: 10_000 })
    expect(callToolInput.parse(input)).toEqual({ server: 'docs', name: 'manual', arguments: { model: 'X' }, retries: 0 })
    expect(messages(call.tool({ pressure: 1.5 })).slice(-2)).toEqual([
      { speaker: 'agent', text: 'One moment.' },
      { speaker: 'tool', text: 'manual: {"pressure":1.5}' },
    ])
    expect(call.generated({ text: 'It needs 1.5 bar.' }).words()).toBe('It needs 1.5 bar.')
  })

  test('a tool that fails is told to the model; arguments that are none are left out', () => {
    const call = asked().generated({ tool: { name: 'manual', input: 'X' } })
    expect(call.awaited('callTool').input).toMatchObject({ arguments: {} })
    expect(messages(call.tool(null, 'timeout')).at(-1)).toEqual({ speaker: 'tool', text: 'manual: timeout' })
  })

  test('one that is not allowed is never run; the model is told once, then it has failed', () => {
    const call = asked().generated({ tool: { name: 'calendar.book', input: {} }, text: 'I book it.' })
    expect(call.types()).toEqual(['generate'])
    expect(messages(call).at(-1)).toEqual({ speaker: 'tool', text: 'calendar.book: not allowed here' })
    expect(call.generated({ tool: { name: 'calendar.book', input: {} } }).state().at).toBe('broken')
    expect(call.decisions()[0]?.why).toEqual({ code: 'agentToolRefused' })
  })

  test('one with wrong arguments is not run; the model hears what is wrong', () => {
    const call = asked().generated({ tool: { name: 'manual', input: {}, wrong: 'not run, model is missing' } })
    expect(call.types()).toEqual(['generate'])
    expect(messages(call).at(-1)).toEqual({ speaker: 'tool', text: 'manual: not run, model is missing' })
    expect(call.generated({ tool: { name: 'manual', input: { model: 'X' } } }).types()).toEqual(['callTool'])
  })

  test('a model that only uses tools is stopped', () => {
    const call = asked()
    for (let round = 1; round < 6; round += 1) call.generated({ tool: { name: 'manual', input: {} } }).tool(null)
    expect(
      call
        .generated({ tool: { name: 'manual', input: {} } })
        .tool(null)
        .state().at,
    ).toBe('broken')
    expect(call.decisions()[0]?.why).toEqual({ code: 'agentWentRound', values: { count: 6 } })
  })
})

describe('a model that does not answer', () => {
  test('is asked once more, then has failed; what the caller says makes up for it', () => {
    const call = asked().generated({})
    expect(messages(call).at(-1)).toMatchObject({ speaker: 'tool' })
    expect(call.generated({ exit: 'nowhere' }).state().at).toBe('broken')
    const again = asked().generated({}).generated({ text: 'Since when?' }).says('today').generated({})
    expect(again.state().at).toBe('agent')
  })

  test('a failure leaves by failed, with its code', () => {
    const call = asked().generated({ failure: 'MODEL_TIMEOUT', text: '' })
    expect(call.state().at).toBe('broken')
    expect(call.decisions()[0]?.why).toEqual({ code: 'agentFailed', values: { failureCode: 'MODEL_TIMEOUT' } })
  })

  test('an answer to an earlier question changes nothing', () => {
    const call = asked()
    const { id } = call.awaited('generate')
    const after = call.generated({ text: 'Since when?' }).says('today').state()
    const late = { text: '', exit: 'urgent', tool: null, values: {}, tookMs: 1, engine: 'e' }
    expect(call.tell({ type: 'generated', at: 1, effectId: id, result: late }).state()).toEqual(after)
  })
})

describe('turns', () => {
  test('used up, only an exit counts', () => {
    const last = () => opened({ maxTurns: 2 }).says('it leaks').generated({ text: 'Since when?' }).says('today')
    expect(last().generated({ text: 'And where?' }).state().at).toBe('limit')
    expect(last().generated({ exit: 'urgent' }).state().at).toBe('urgent')
  })

  test('silences are asked about, count as turns, and end by turnLimit', () => {
    const call = opened().silent()
    expect(call.words()).toBe('Are you still there?')
    expect(call.silent().words()).toBe('I cannot hear you.')
    expect(messages(call.says('yes, it leaks')).map(({ text }) => text)).toEqual([
      'How can I help?',
      'Are you still there?',
      'I cannot hear you.',
      'yes, it leaks',
    ])
    expect(opened().silent().silent().silent().state().at).toBe('limit')
    expect(opened({ maxTurns: 1 }).silent().state().at).toBe('limit')
    expect(opened().said(' ').words()).toBe('Sorry, I did not understand.')
  })

  test('words understood in another language are one turn', () => {
    const flow = { ...flowOf(), settings: { ...flowOf().settings, followLanguage: true } }
    const call = scenario(flow).spoken().said('ma chaudière fuit').understood({ language: 'fr' }).understood({ language: 'fr' })
    expect(call.awaited('generate').request).toMatchObject({ language: 'fr', messages: [{}, { text: 'ma chaudière fuit' }] })
    expect(call.state().local).toMatchObject({ turns: 1 })
  })

  test('of a long conversation the oldest turns are dropped, or summed up', () => {
    const flow = { ...flowOf({ maxTurns: 50 }), settings: { ...flowOf().settings, model: { contextTokens: 200 } } }
    const call = scenario(flow).spoken().spoken()
    for (let turn = 0; turn < 30; turn += 1) call.says(`turn ${turn} `.repeat(3)).generated({ text: `reply ${turn}` })
    call.says('last')
    const { request } = call.awaited('generate')
    expect(request.messages.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(800)
    expect(request.messages.at(-1)?.text).toBe('last')
    expect(request.left + request.messages.length).toBe(62)
    const { left } = request
    const next = call
      .generated({ text: 'And?', summary: { text: 'It leaks.', messages: left + 5 } })
      .says('more')
      .awaited('generate').request
    expect(next).toMatchObject({ summary: 'It leaks.', left: left + 5, messages: [...request.messages.slice(5), {}, {}] })
  })
})

describe('words that are being said since they were written', () => {
  test('are waited for, not said again, and listened over', () => {
    const call = asked().generated({ text: 'Since when?', begun: true })
    expect(call.types()).toEqual(['say', 'listen'])
    expect(call.awaited('say')).toMatchObject({ text: 'Since when?', begun: 'e5' })
    expect(messages(call.interrupted('Since').says('today')).at(-2)).toEqual({ speaker: 'agent', text: 'Since' })
  })

  test('go with an exit, a tool, and a tool that is refused', () => {
    const begun = { text: 'I see.', begun: true } as const
    expect(
      asked()
        .generated({ ...begun, exit: 'urgent' })
        .spoken()
        .state().at,
    ).toBe('urgent')
    const tool = asked().generated({ ...begun, tool: { name: 'manual', input: {} } })
    expect(tool.awaited('say').begun).toBe('e5')
    const refused = asked().generated({ ...begun, tool: { name: 'other', input: {} } })
    expect(refused.types()).toEqual(['say', 'generate'])
    expect(messages(refused).slice(-2)).toEqual([
      { speaker: 'agent', text: 'I see.' },
      { speaker: 'tool', text: 'other: not allowed here' },
    ])
  })

  test('are heard to their end when they used up the last turn', () => {
    const call = opened({ maxTurns: 1 }).says('it leaks').generated({ text: 'Since when?', begun: true })
    expect(call.state().at).toBe('agent')
    expect(call.spoken().state().at).toBe('limit')
    expect(call.decisions()[0]?.why).toEqual({ code: 'turnsUsedUp', values: { count: 1 } })
  })
})

test('what the model used is summed up on the call, also of questions asked again', () => {
  const counted = { model: 'm', inputTokens: 100, outputTokens: 20, cost: 0.5 }
  const guessed = { model: 'n', inputTokens: 10, outputTokens: 2, estimated: true } as const
  const call = asked()
    .generated({ text: 'Since when?', usage: [counted] })
    .says('today')
    .generated({ exit: 'urgent', usage: [counted, guessed] })
  expect(call.state().usage).toEqual({ inputTokens: 210, outputTokens: 42, cost: 1, unpriced: 1, estimated: 1 })
})

test('values of another type than the variable’s are not kept', () => {
  const call = asked().generated({ text: 'And?', values: { party: 'two', day: 7 } })
  expect(call.state()).toMatchObject({ at: 'agent', variables: {} })
})

test('a wish heard anywhere takes the call, and it comes back to what was asked last', () => {
  const call = opened().says('it leaks').generated({ text: 'Since when?' }).says('a person', meant('human'))
  expect(call.words()).toBe('Nobody.')
  expect(call.spoken().words()).toBe('Since when?')
  expect(messages(call.says('today')).map(({ text }) => text)).toContain('today')
})

test('outcomes are the exits, each once, the turn limit and failure', () => {
  const data = nodeTypes.agent.config.parse({ exits: [{ name: 'a' }, { name: 'a' }, { name: '' }] })
  expect(nodeTypes.agent.outcomes(data, flowOf())).toEqual(['a', 'turnLimit', 'failed'])
})
