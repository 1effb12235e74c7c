import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { drawn, scenario } from '../../scenario.ts'
import { hasFixedOrigin } from './http-url.ts'

type Data = z.input<typeof import('./http.ts')['http']['config']>

const flow = (data: Data, known: Record<string, string> = {}) =>
  drawn(
    {
      set: ['set', { assignments: Object.entries(known).map(([variable, value]) => ({ variable, value })) }, { next: 'http' }],
      http: ['http', { url: 'https://api.example.com/orders', ...data }, { ok: 'ask', error: 'error', timeout: 'timeout' }],
      ask: ['ask', { variable: 'order', question: 'What else?', skipIfKnown: false }, {}],
      error: ['end', {}],
      timeout: ['end', {}],
    },
    {
      languages: ['en', 'fr'],
      variables: [
        { name: 'order', type: 'text' },
        { name: 'day', type: 'date' },
        { name: 'total', type: 'number' },
        { name: 'status', type: 'text' },
      ],
    },
  )
const answered = (body: Parameters<ReturnType<typeof scenario>['tool']>[0]) => ({ status: 200, body })

test('sends what the flow knows, with the line said meanwhile', () => {
  const call = scenario(
    flow(
      {
        method: 'POST',
        url: ' https://api.example.com/orders/{{ order }}?day={{ day }}#{{ day }} ',
        headers: [
          { name: 'X-Order', value: 'no. {{ order }}\nInjected: 1' },
          { name: 'not a name', value: 'x' },
        ],
        body: [
          { name: 'day', value: 'day' },
          { name: 'size', value: '1 + 1' },
          { name: 'total', value: 'total' },
        ],
        waiting: { en: 'One moment.', fr: 'Un instant.' },
        retries: 2,
        timeoutMs: 4000,
      },
      { order: '"a/b c"', day: '"2026-11-24"' },
    ),
    { language: 'fr' },
  )
  expect(call.effects()).toMatchObject([
    { type: 'say', text: 'Un instant.', interruptible: true },
    {
      type: 'callTool',
      tool: 'http.request',
      timeoutMs: 4000,
      input: {
        method: 'POST',
        url: 'https://api.example.com/orders/a%2Fb%20c?day=2026-11-24#2026-11-24',
        headers: { 'X-Order': 'no. a/b c Injected: 1' },
        body: { day: '2026-11-24', size: 2 },
        retries: 2,
      },
    },
  ])
  expect(call.decisions().at(-1)?.why).toEqual({ code: 'notComputed', values: { variables: 'total' } })
})

test('takes typed values from the answer; what does not fit is left out and named', () => {
  const outputs = [
    { variable: 'order', value: 'result.items[0].id' },
    { variable: 'total', value: 'result.items.map(i, i.id).join(",")' },
    { variable: 'day', value: 'result.nowhere.day' },
    { variable: 'missing', value: 'result' },
  ]
  const call = scenario(flow({ outputs, headers: [] })).tool(answered({ items: [{ id: 'A1' }] }))
  expect(call.state()).toMatchObject({ at: 'ask', variables: { order: 'A1' } })
  expect(Object.keys(call.state().variables)).toEqual(['order'])
  expect(call.decisions()[0]?.why).toEqual({ code: 'answerPartlyTaken', values: { variables: 'total, day, missing' } })
})

test('the answer’s status stands before a variable of the same name', () => {
  const outputs = [{ variable: 'total', value: 'status + 1' }]
  const call = scenario(flow({ outputs }, { status: '"open"' })).tool({ status: 201, body: null })
  expect(call.state()).toMatchObject({ at: 'ask', variables: { total: 202, status: 'open' } })
  expect(call.decisions()[0]?.why).toEqual({ code: 'requestAnswered' })
})

test('an error, a late answer and a useless one leave by their outcome', () => {
  const failed = scenario(flow({})).tool({ code: 'HTTP_404' }, 'error')
  expect(failed.state().at).toBe('error')
  expect(failed.decisions()[0]?.why).toEqual({ code: 'requestFailed', values: { failureCode: 'HTTP_404' } })
  expect(scenario(flow({})).tool(null, 'timeout').state().at).toBe('timeout')
  expect(scenario(flow({})).tool('nonsense').decisions()[0]).toMatchObject({ outcome: 'error', why: { code: 'answerUnreadable' } })
})

test('an answer that comes twice changes nothing; who breaks into the waiting line keeps the floor', () => {
  const call = scenario(flow({ waiting: 'One moment.' })).interrupted('One')
  expect(call.state()).toMatchObject({ at: 'http', hasFloor: true })
  const finished = {
    type: 'toolFinished' as const,
    at: 1,
    effectId: call.awaited('callTool').id,
    outcome: 'ok' as const,
    result: answered(1),
  }
  call.tell(finished)
  const { at, path } = call.state()
  expect(at).toBe('ask')
  expect(call.tell(finished).state().path).toEqual(path)
  expect(call.types()).toEqual([])
})

describe('nothing is sent', () => {
  test.each([
    ['a value is not known', 'https://api.example.com/orders/{{ order }}', {}, 'urlValueMissing'],
    ['a name is no variable', 'https://api.example.com/{{ nobody }}', {}, 'urlValueMissing'],
    ['the host is a value', 'https://{{ order }}/x', { order: '"evil.example"' }, 'urlNotFixed'],
    ['a value continues the host', 'https://api.example.com{{ order }}', { order: '".evil.example"' }, 'urlNotFixed'],
    ['the whole address is a value', '{{ order }}', { order: '"https://evil.example/"' }, 'urlNotFixed'],
    ['another scheme is written', 'file:///etc/passwd', {}, 'urlNotFixed'],
    ['a value steps up the path', 'https://api.example.com/orders/{{ order }}/delete', { order: '".."' }, 'urlStepsUp'],
  ])('while %s', (_, url, known, code) => {
    const call = scenario(flow({ url }, known))
    expect(call.state().at).toBe('error')
    expect(call.decisions().map(({ why }) => why.code)).toContain(code)
  })

  test.each(['https://a.example', 'http://127.0.0.1:8080/x?y={{ z }}', 'HTTPS://a.example?{{ z }}'])('%s has a fixed origin', (url) => {
    expect(hasFixedOrigin(url)).toBe(true)
  })
})
