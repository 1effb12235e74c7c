import { expect, test } from 'vitest'
import { flowFor } from './flow-for.ts'

const [day, night] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002']
const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }))
const number = { flowId: day, routing: { hours: [...weekdays, { weekday: 7, opens: '22:00', closes: '24:00' }], outsideFlowId: night } }

test.each([
  ['a Friday morning in Paris', '2026-11-27T08:00:00Z', day],
  ['a minute before', '2026-11-27T07:59:00Z', night],
  ['the hour of closing', '2026-11-27T16:00:00Z', night],
  ['the first morning of winter time', '2026-10-26T08:00:00Z', day],
  ['an hour before, when it was open the week before', '2026-10-26T07:00:00Z', night],
  ['the last minute of a Sunday', '2026-11-29T22:59:00Z', day],
])('%s', (_, at, flow) => {
  expect(flowFor(number, Date.parse(at), 'Europe/Paris')).toBe(flow)
})

test('a number without hours always answers; one without a flow never; outside of the hours only with another flow', () => {
  const at = Date.parse('2026-11-28T03:00:00Z')
  expect(flowFor({ flowId: day, routing: { hours: [] } }, at, 'UTC')).toBe(day)
  expect(flowFor({ flowId: null, routing: { hours: [] } }, at, 'UTC')).toBeUndefined()
  expect(flowFor({ flowId: day, routing: { hours: weekdays } }, at, 'UTC')).toBeUndefined()
})
