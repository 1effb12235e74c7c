import type { Json, NodeStep } from '@parley/flow-runtime'
import { afterEach, expect, test, vi } from 'vitest'
import { eventsOf, notesOf, play } from '../test/fake-world.ts'
import { lineOfNodes } from '../test/line-of-nodes.ts'
import type { Reply } from '../test/scripted-port.ts'
import { standInNodes } from '../test/stand-in-nodes.ts'
import { HandedOver } from './ending.ts'

afterEach(() => void vi.restoreAllMocks())

const name = 'secret:pin:1:1'
const why = { code: 'everythingSaid' } as const
const question = 'Please type your PIN, then hash.'

/** Asks for a PIN by keys up to `#`, then sends it to a system that repeats it. */
function pinFlow() {
  const listen = { type: 'listen', timeoutMs: 5_000, expectation: { kind: 'number', hints: [] }, keys: { secret: name } } as const
  const input = { method: 'POST', url: `https://bank.test/?pin=${encodeURIComponent(name)}`, body: { pin: name, known: true } } as const
  standInNodes({
    pin: {
      enter: () => ({ effects: [{ type: 'say', text: question, interruptible: true }, listen], question }),
      on: (event): NodeStep<null> => {
        if (event.type === 'keyPressed' && event.key === '#') return { outcome: 'next', why }
        return event.type === 'keyPressed' || event.type === 'contactSaid' ? { effects: [listen] } : {}
      },
    },
    check: {
      enter: () => ({ effects: [{ type: 'callTool', tool: 'http.request', input }] }),
      on: (event): NodeStep<null> => (event.type === 'toolFinished' ? { outcome: 'next', why } : {}),
    },
  })
  const node = (id: string, type: string, text: string, data: object = {}) => ({ id, type, data: { text, ...data } })
  return lineOfNodes([
    node('notice', 'say', 'This must be heard.', { interruptible: false }),
    node('pin', 'say', 'pin'),
    node('check', 'say', 'check'),
    node('bye', 'end', 'Goodbye.'),
  ])
}

/** A system that repeats what it was sent. */
function bank() {
  const received: Json[] = []
  const call = async (_tool: string, input: Json): Promise<Json> => {
    received.push(input)
    return { status: 200, body: input, number: 4907 }
  }
  return { received, tools: { call } }
}

const once = (first: Reply): (() => Reply) => {
  let answered = false
  return () => {
    if (answered) return 'waits'
    answered = true
    return first
  }
}

test('what is typed in secret reaches the system it is meant for, and no line of the journal', async () => {
  const { received, tools } = bank()
  const { result, journal } = await play({ reply: once({ presses: '4907#' }) }, { flow: pinFlow(), tools })
  expect(result?.outcome).toBe('completed')
  expect(received).toEqual([{ method: 'POST', url: 'https://bank.test/?pin=4907', body: { pin: '4907', known: true } }])
  expect(eventsOf(journal).flatMap((event) => (event.type === 'keyPressed' ? [event.key] : []))).toEqual(['•', '•', '•', '•', '#'])
  const written = journal.map(({ seq: _seq, at: _at, ...entry }) => entry)
  expect(JSON.stringify(written, (key, value) => (key === 'at' || key === 'startedAt' ? 0 : value))).not.toContain('4907')
  expect(eventsOf(journal)).toContainEqual(
    expect.objectContaining({
      type: 'toolFinished',
      result: {
        status: 200,
        body: { method: 'POST', url: `https://bank.test/?pin=${name}`, body: { pin: name, known: true } },
        number: name,
      },
    }),
  )
})

test('digits that are said, or typed when nobody listens for them any more, are not written down', async () => {
  const said = await play(
    { reply: once({ says: 'it is 4 9 07' }) },
    { flow: pinFlow(), onLine: (line) => setTimeout(() => line.leave('contact'), 60) },
  )
  expect(eventsOf(said.journal)).toContainEqual(expect.objectContaining({ type: 'contactSaid', text: 'it is • • ••' }))

  const tools = { call: () => new Promise<Json>(() => undefined) }
  const late = await play(
    { reply: once({ presses: '4907#' }) },
    {
      flow: pinFlow(),
      tools,
      onLine: (line) => {
        setTimeout(() => line.emit({ type: 'keyPressed', key: '7' }), 60)
        setTimeout(() => line.leave('contact'), 90)
      },
    },
  )
  expect(eventsOf(late.journal).flatMap((event) => (event.type === 'keyPressed' ? [event.key] : []))).toEqual([
    '•',
    '•',
    '•',
    '•',
    '#',
    '•',
  ])
})

test.each([
  ['four two seven one', '• • • •'],
  ['it is four to double seven, oh nine', 'it is • • • •, • •'],
  ['forty-two seventy one', '•-• • •'],
  ['C’est quatre deux sept un.', 'C’est • • • •.'],
  ['quatre-vingt-dix-sept, zéro cinq, vingt et un', '•-•-•-•, • •, • • •'],
  ['I want to talk to a person, oh please', 'I want to talk to a person, oh please'],
  ['Je n’ai pas de code.', 'Je n’ai pas de code.'],
])('digits in words are not written down either: %s', async (says, written) => {
  const replies: Reply[] = [{ says }, 'leaves']
  const { journal } = await play({ reply: () => replies.shift() ?? 'waits' }, { flow: pinFlow() })
  expect(eventsOf(journal)).toContainEqual(expect.objectContaining({ type: 'contactSaid', text: written }))
})

test('a key cuts the question short, and nothing that must be heard', async () => {
  const { tools } = bank()
  const { line } = await play(
    { reply: once('waits'), endless: (text) => text === question },
    { flow: pinFlow(), tools, onLine: (port) => setTimeout(() => [...'49#'].map((key) => port.emit({ type: 'keyPressed', key })), 60) },
  )
  expect(line.said.map(({ text, heard }) => [text, heard])).toEqual([
    ['This must be heard.', 'This must be heard.'],
    [question, ''],
    ['Goodbye.', 'Goodbye.'],
  ])
})

test('an entry whose first digits died with another process is lost, not shortened', async () => {
  const { received, tools } = bank()
  const killed = new AbortController()
  setTimeout(() => killed.abort(new HandedOver('KILLED')), 60)
  const first = await play({ reply: once({ presses: '49' }) }, { flow: pinFlow(), tools, signal: killed.signal })
  const second = await play({ reply: once({ presses: '07#' }) }, { flow: pinFlow(), tools, resume: first.journal })
  expect(received).toEqual([])
  expect(eventsOf(second.journal)).toContainEqual(
    expect.objectContaining({ type: 'toolFinished', outcome: 'error', result: { code: 'SECRET_LOST' } }),
  )
  expect(notesOf(second.journal)).toContain('TOOL_FAILED')
  expect(second.result?.outcome).toBe('completed')
})
