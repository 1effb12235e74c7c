import { describe, expect, test } from 'vitest'
import { flow as flowSchema } from '../flow.ts'
import { nodeTypes } from '../nodes/index.ts'
import { check } from './check.ts'
import type { CheckContext } from './problem.ts'

/** The codes of one node of a type between a greeting and an end. */
function codes(type: string, data: object, outcomes: readonly string[], context: CheckContext = {}): string[] {
  const position = { x: 0, y: 0 }
  const flow = flowSchema.parse({
    schemaVersion: 1,
    start: 'hi',
    variables: [{ name: 'x', type: 'text' }],
    nodes: [
      { id: 'hi', type: 'greeting', position, data: { text: 'Hello.' } },
      { id: 'it', type, position, data },
      { id: 'bye', type: 'end', position, data: {} },
    ],
    edges: [['hi', 'next', 'it'], ...outcomes.map((outcome) => ['it', outcome, 'bye'])].map(([source, sourceHandle, target]) => ({
      id: `${source}-${sourceHandle}`,
      source,
      sourceHandle,
      target,
    })),
  })
  return check(flow, context).flatMap(({ code, nodeId }) => (nodeId === undefined ? [] : [`${code} ${nodeId}`]))
}

const has = (type: string) => Object.hasOwn(nodeTypes, type)
const answers = ['ok', 'error', 'timeout']

describe.runIf(has('http'))('addresses', () => {
  test.each([
    ['https://api.example.com/orders/{{ x }}', []],
    ['http://127.0.0.1:8080?y={{ x }}', []],
    ['https://{{ x }}/orders', ['URL_HOST_VARIABLE it']],
    ['https://api.{{ x }}.com/', ['URL_HOST_VARIABLE it']],
    ['{{ x }}', ['URL_HOST_VARIABLE it']],
    ['https://api.example.com{{ x }}', ['URL_HOST_VARIABLE it']],
    ['ftp://api.example.com', ['URL_INVALID it']],
    ['api.example.com/orders', ['URL_INVALID it']],
  ])('%s: %j', (url, expected) => {
    expect(codes('http', { url }, answers).filter((line) => line.startsWith('URL'))).toEqual(expected)
  })

  test('outputs see the answer, inputs do not', () => {
    const outputs = [{ variable: 'x', value: 'result.name' }]
    expect(codes('http', { url: 'https://a.example/', outputs }, answers)).toEqual([])
    const body = [{ name: 'a', value: 'result.name' }]
    expect(codes('http', { url: 'https://a.example/', method: 'POST', body }, answers)).toEqual(['UNKNOWN_VARIABLE it'])
  })
})

test.runIf(has('tool'))('TOOL_UNKNOWN only where the tools are known', () => {
  const data = { server: 'crm', tool: 'findOrder' }
  expect(codes('tool', data, answers)).toEqual([])
  expect(codes('tool', data, answers, { tools: ['other'] })).toEqual(['TOOL_UNKNOWN it'])
})

test.runIf(has('consent'))('a consent node of the purpose is what CONSENT_MISSING asks for', () => {
  const context = { rules: { consent: ['calls'] } }
  const data = (purpose: string) => ({ purpose, mode: 'ask', question: 'May we?' })
  expect(codes('consent', data('calls'), ['given', 'refused'], context)).toEqual([])
  expect(codes('consent', data('mail'), ['given', 'refused'], context)).toEqual(['CONSENT_MISSING bye'])
})
