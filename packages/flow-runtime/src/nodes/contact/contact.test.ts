import { expect, test } from 'vitest'
import type * as z from 'zod'
import { drawn, scenario } from '../../scenario.ts'

type Data = z.input<typeof import('./contact.ts')['contact']['config']>

const flow = (data: Data) =>
  drawn(
    {
      set: ['set', { assignments: [{ variable: 'mail', value: '" ada@example.org "' }] }, { next: 'contact' }],
      contact: ['contact', data, { found: 'known', notFound: 'unknown' }],
      known: ['end', { text: 'Hello {{ who }}.' }],
      unknown: ['end', {}],
    },
    {
      variables: [
        { name: 'mail', type: 'text' },
        { name: 'who', type: 'personName' },
        { name: 'visits', type: 'number' },
      ],
    },
  )
const takes = [
  { variable: 'who', field: 'name' },
  { variable: 'visits', field: 'visits' },
]
const calling = { contact: { phone: '+15550111', id: 'c1' } }

test('finds the caller by their own number and takes typed fields', () => {
  const call = scenario(flow({ takes }), calling)
  expect(call.awaited('callTool')).toMatchObject({ tool: 'contact.find', input: { by: 'phone', value: '+15550111' } })
  call.tool({ found: true, contact: { name: 'Ada', visits: 3 } })
  expect(call.state()).toMatchObject({ at: 'known', variables: { who: 'Ada', visits: 3 } })
})

test('a field that is absent, inherited or of another type is left out and named', () => {
  const call = scenario(flow({ takes: [...takes, { variable: 'mail', field: 'toString' }] }), calling)
  call.tool({ found: true, contact: { name: '', visits: 'three' } })
  expect(call.state()).toMatchObject({ at: 'known', variables: { mail: ' ada@example.org ' } })
  expect(call.decisions()[0]?.why).toEqual({ code: 'contactPartlyTaken', values: { variables: 'who, visits, mail' } })
})

test('updates by a variable or the id; what cannot be computed stays as it is, null empties', () => {
  const updates = [
    { field: 'lastCall', value: 'call.date' },
    { field: 'note', value: 'null' },
    { field: 'visits', value: 'visits + 1' },
  ]
  const call = scenario(flow({ action: 'update', by: 'email', value: 'mail', updates }))
  expect(call.awaited('callTool')).toMatchObject({
    tool: 'contact.update',
    input: { by: 'email', value: 'ada@example.org', fields: { lastCall: '2026-11-20', note: null } },
  })
  expect(call.awaited('callTool').input).not.toHaveProperty('fields.visits')
  expect(call.tool({ found: true }).decisions()[0]).toMatchObject({ outcome: 'found', why: { code: 'contactUpdated' } })
  const byId = scenario(flow({ action: 'update', by: 'id', updates }), calling)
  expect(byId.awaited('callTool').input).toMatchObject({ by: 'id', value: 'c1' })
  expect(byId.tool({ found: false }).state().at).toBe('unknown')
})

test('nobody, nothing to look by, an error, a late and a useless answer are notFound, each with its why', () => {
  const why = (call: ReturnType<typeof scenario>) => {
    expect(call.state().at).toBe('unknown')
    return call.decisions().find(({ outcome }) => outcome === 'notFound')?.why
  }
  expect(why(scenario(flow({})))).toEqual({ code: 'contactKeyMissing' })
  expect(why(scenario(flow({}), calling).tool({ found: false }))).toEqual({ code: 'contactUnknown' })
  expect(why(scenario(flow({}), calling).tool({ code: 'CRM_DOWN' }, 'error'))).toEqual({
    code: 'requestFailed',
    values: { failureCode: 'CRM_DOWN' },
  })
  expect(why(scenario(flow({}), calling).tool(null, 'timeout'))).toEqual({ code: 'requestTooSlow' })
  expect(why(scenario(flow({}), calling).tool([1]))).toEqual({ code: 'answerUnreadable' })
})
