import { expect, test } from 'vitest'
import { drawn, scenario } from '../../scenario.ts'

const edges = { failed: 'sorry', declined: 'sorry', noAnswer: 'sorry' }
const flow = (to: string) =>
  drawn({ human: ['transfer', { to, text: 'One moment.' }, edges], sorry: ['end', { text: 'Nobody is there.' }] })

test('says so, transfers, and leaves the call to the person who took it', () => {
  const call = scenario(flow('+15550100'))
  expect(call.awaited('say')).toMatchObject({ text: 'One moment.', interruptible: false })
  call.spoken()
  expect(call.effects()).toMatchObject([{ type: 'transfer', to: '+15550100' }])
  call.transferred('connected')
  expect(call.effects()).toEqual([])
  expect(call.state()).toMatchObject({ status: 'ended', outcome: 'transferred' })
})

test.each(['failed', 'declined', 'noAnswer'] as const)('the flow goes on when the transfer ends as %s', (outcome) => {
  const call = scenario(flow('+15550100')).spoken().transferred(outcome)
  expect(call.words()).toBe('Nobody is there.')
  expect(call.decisions()[0]).toMatchObject({ nodeId: 'human', outcome, nextNodeId: 'sorry' })
})

test('a number may come from a variable; without one the transfer fails instead of ringing anywhere', () => {
  const call = scenario(flow('{{ contact.phone }}'), { contact: { phone: '+15550101' } }).spoken()
  expect(call.awaited('transfer').to).toBe('+15550101')
  expect(scenario(flow('{{ contact.phone }}')).spoken().words()).toBe('Nobody is there.')
})
