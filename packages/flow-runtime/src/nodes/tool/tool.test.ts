import { expect, test } from 'vitest'
import { drawn, scenario } from '../../scenario.ts'

const flow = drawn(
  {
    tool: [
      'tool',
      {
        server: 'crm',
        tool: 'findOrder',
        inputs: [
          { name: 'order', value: '"A" + string(1)' },
          { name: 'who', value: 'who' },
        ],
        outputs: [
          { variable: 'who', value: 'result.customer' },
          { variable: 'paid', value: 'result.total == 0' },
        ],
      },
      { ok: 'done', error: 'failed', timeout: 'slow' },
    ],
    done: ['end', { text: 'Thank you, {{ who }}.' }],
    failed: ['end', {}],
    slow: ['end', {}],
  },
  {
    variables: [
      { name: 'who', type: 'personName' },
      { name: 'paid', type: 'boolean' },
    ],
  },
)

test('gives what can be computed and takes typed values back', () => {
  const call = scenario(flow)
  expect(call.awaited('callTool')).toMatchObject({
    tool: 'tool.call',
    input: { server: 'crm', name: 'findOrder', arguments: { order: 'A1' }, retries: 0 },
    timeoutMs: 10_000,
  })
  call.tool({ customer: 'Ada', total: 0 })
  expect(call.state().variables).toEqual({ who: 'Ada', paid: true })
  expect(call.words()).toBe('Thank you, Ada.')
})

test('an answer of another shape goes on by ok without the values; a failure names its code', () => {
  const odd = scenario(flow).tool(['x'])
  expect(odd.state()).toMatchObject({ at: 'done', variables: {} })
  expect(odd.decisions()[0]?.why).toEqual({ code: 'answerPartlyTaken', values: { variables: 'who, paid' } })
  expect(scenario(flow).tool(null, 'error').decisions()[0]?.why).toEqual({
    code: 'requestFailed',
    values: { failureCode: 'TOOL_FAILED' },
  })
  expect(scenario(flow).tool(null, 'timeout').state().at).toBe('slow')
})
