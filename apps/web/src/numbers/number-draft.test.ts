import { expect, it } from 'vitest'
import { faultOfHours, newNumberDraft, newSpan, numberDraftOf, numberInputOf } from './number-draft.ts'
import type { ListedNumber } from './telephony-types.ts'

const [connectionId, flowId, night] = ['c', 'f', 'n']
const stored: ListedNumber = {
  ...{
    id: 'p',
    connectionId,
    number: '+33123456789',
    name: 'Desk',
    flowId,
    national: '01 23 45 67 89',
    international: '+33 1 23 45 67 89',
  },
  routing: { hours: [{ weekday: 7, opens: '22:00', closes: '24:00' }], outsideFlowId: night, language: 'fr' },
}

it('gives back what was stored', () => {
  const { id, number, name, routing } = stored
  expect(numberInputOf(numberDraftOf(stored), number)).toEqual({ id, connectionId, number, name, flowId, routing })
})

it('leaves out hours and the other flow where it always answers, and keeps them in the form', () => {
  const draft = { ...numberDraftOf(stored), isAlways: true }
  expect(numberInputOf(draft, '+33123456789').routing).toEqual({ language: 'fr' })
  expect(draft.hours).toHaveLength(1)
})

it('finds hours that end before they begin, and none at all', () => {
  const draft = { ...newNumberDraft(connectionId), isAlways: false }
  expect(faultOfHours(draft)).toBeUndefined()
  expect(faultOfHours({ ...draft, hours: [newSpan(1, '17:00', '09:00')] })).toBe('hoursWrong')
  expect(faultOfHours({ ...draft, hours: [newSpan(1, '17:00', '')] })).toBe('hoursWrong')
  expect(faultOfHours({ ...draft, hours: [newSpan(1, '17:00', '00:00')] })).toBeUndefined()
  expect(faultOfHours({ ...draft, hours: [] })).toBe('hoursMissing')
})
