import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { check } from '../../check/check.ts'
import { drawn, scenario } from '../../scenario.ts'

type Data = z.input<typeof import('./transfer.ts')['transfer']['config']>

const edges = { failed: 'sorry', declined: 'busy', noAnswer: 'sorry' }
const flow = (data: Data) =>
  drawn(
    {
      set: ['set', { assignments: [{ variable: 'desk', value: '"+33612345678"' }] }, { next: 'human' }],
      human: ['transfer', { text: 'One moment.', ...data }, edges],
      sorry: ['end', { text: 'Nobody is there.' }],
      busy: ['end', { text: 'They cannot talk now.' }],
    },
    {
      languages: ['en', 'fr'],
      variables: [
        { name: 'desk', type: 'phone' },
        { name: 'reason', type: 'text' },
      ],
    },
  )
const to = (data: Data, facts: Parameters<typeof scenario>[1] = {}) => scenario(flow(data), facts).spoken()

test('says so, transfers, and leaves the call to the person who took it', () => {
  const call = scenario(flow({ to: '+15550100' }))
  expect(call.awaited('say')).toMatchObject({ text: 'One moment.', interruptible: false })
  call.spoken()
  expect(call.effects()).toEqual([expect.objectContaining({ type: 'transfer', to: '+15550100', mode: 'cold', timeoutMs: 30_000 })])
  expect(call.effects()[0]).not.toHaveProperty('briefing')
  call.transferred('connected')
  expect(call.effects()).toEqual([])
  expect(call.state()).toMatchObject({ status: 'ended', outcome: 'transferred' })
})

test.each([
  ['failed', 'sorry', 'transferFailed'],
  ['declined', 'busy', 'colleagueDeclined'],
  ['noAnswer', 'sorry', 'nobodyAnswered'],
] as const)('the flow goes on when the transfer ends as %s', (outcome, nextNodeId, code) => {
  const call = to({ to: '+15550100' }).transferred(outcome)
  expect(call.decisions()[0]).toMatchObject({ nodeId: 'human', outcome, nextNodeId, why: { code } })
  expect(call.state().at).toBe(nextNodeId)
})

test('a warm transfer briefs the colleague in the call’s language; what is not known leaves no trace', () => {
  const briefing = { en: 'x', fr: 'Un appel pour {{ reason }} {{ nobody }}.' }
  const call = to({ to: '+15550100', mode: 'warm', briefing, timeoutMs: 60_000 }, { language: 'fr' })
  expect(call.awaited('transfer')).toMatchObject({ mode: 'warm', briefing: 'Un appel pour.', timeoutMs: 60_000 })
  expect(call.transferred('declined').words()).toBe('They cannot talk now.')
})

test('a colleague whose briefing nobody wrote is told what is known', () => {
  const facts = { language: 'fr', contact: { name: 'Ada Martin' } } as const
  expect(to({ to: '+15550100', mode: 'warm' }, facts).awaited('transfer').briefing).toBe(
    'Ada Martin souhaite vous parler. desk : plus 33, 6, 12, 34, 56, 78.',
  )
  expect(to({ to: '+15550100', mode: 'warm' }).awaited('transfer').briefing).toMatch(/^A caller wants to talk to you\. desk: /)
})

describe('goes to', () => {
  test.each<[string, Data, string]>([
    ['a number in a variable', { to: '{{ desk }}' }, '+33612345678'],
    ['a number written with spaces', { to: '+33 6 12 34 56 78' }, '+33612345678'],
    ['the number of the caller', { to: '{{ contact.phone }}' }, '+15550101'],
    ['a SIP address', { to: 'sip:desk-1@pbx.example.com', mode: 'refer' }, 'sip:desk-1@pbx.example.com'],
    ['a queue', { destination: 'queue', queue: ' support ', mode: 'warm', to: '+15550100' }, 'queue:support'],
    ['a colleague', { destination: 'colleague', colleague: 'u1' }, 'colleague:u1'],
    ['any colleague', { destination: 'colleague' }, 'colleague:any'],
  ])('%s', (_, data, target) => {
    expect(to(data, { contact: { phone: '+15550101' } }).awaited('transfer').to).toBe(target)
  })

  test.each<[string, Data, string]>([
    ['a variable that holds nothing', { to: '{{ reason }}' }, 'noTransferNumber'],
    ['a queue without a name', { destination: 'queue', to: '+15550100' }, 'noTransferNumber'],
    ['a queue, moved by the carrier', { destination: 'queue', queue: 'support', mode: 'refer' }, 'referNeedsNumber'],
  ])('nobody: %s', (_, data, code) => {
    const call = to(data)
    expect(call.decisions()[0]).toMatchObject({ outcome: 'failed', why: { code } })
    expect(call.words()).toBe('Nobody is there.')
  })
})

test('what the chosen destination does not need is not asked for', () => {
  const missing = (data: Data) => check(flow(data)).flatMap(({ code, field }) => (code === 'FIELD_MISSING' ? [field] : []))
  expect(missing({ destination: 'colleague' })).toEqual([])
  expect(missing({})).toEqual(['to'])
  expect(missing({ destination: 'queue' })).toEqual(['queue'])
  expect(check(flow({ to: 'sip:desk@pbx.example.com' })).map(({ code }) => code)).not.toContain('PHONE_INVALID')
})
