import type { SlotRequest, VariableType } from '@parley/flow-runtime'
import { describe, expect, it } from 'vitest'
import { englishSlots } from '../languages/en/slot-rules.ts'
import {
  amounts,
  dates,
  durations,
  emails,
  names,
  neither,
  no,
  notNames,
  now,
  numbers,
  phones,
  times,
  yes,
} from '../languages/en/slot-tables.fixture.ts'
import { extractSlots } from './extract-slots.ts'

const service: SlotRequest = {
  name: 'service',
  type: 'choice',
  choices: [
    { value: 'cleaning', synonyms: ['clean', 'hygiene'] },
    { value: 'checkup', synonyms: ['check up', 'exam'] },
    { value: 'toothPain', synonyms: ['toothache', 'it hurts'] },
  ],
}
const of = (...types: VariableType[]): SlotRequest[] => types.map((type) => ({ name: type, type }))
const fill = (text: string, slots: SlotRequest[], timeZone = 'Europe/Paris') =>
  extractSlots({ text, language: 'en', intents: [], slots, timeZone, now }, englishSlots)
/** What a flow with the usual threshold would accept. */
const accepted = (text: string, slots: SlotRequest[]) =>
  Object.fromEntries(fill(text, slots).flatMap(({ name, value, confidence }) => (confidence >= 0.5 ? [[name, value]] : [])))

describe('one slot', () => {
  it.each(dates)('date: %s', (text, date) => expect(accepted(text, of('date', 'time')).date).toBe(date))
  it.each(times)('time: %s', (text, time) => expect(accepted(text, of('date', 'time')).time).toBe(time))
  it.each(phones)('phone: %s', (text, phone) => expect(accepted(text, of('phone'))).toEqual({ phone }))
  it.each(names)('name: %s', (text, personName) => expect(accepted(text, of('personName'))).toEqual({ personName }))
  it.each(notNames)('not a name: %s', (text) => expect(accepted(text, of('personName'))).toEqual({}))
  it.each(yes)('yes: %s', (text) => expect(accepted(text, of('boolean'))).toEqual({ boolean: true }))
  it.each(no)('no: %s', (text) => expect(accepted(text, of('boolean'))).toEqual({ boolean: false }))
  it.each(neither)('neither yes nor no: %s', (text) => expect(accepted(text, of('boolean'))).toEqual({}))
  it.each(emails)('email: %s', (text, email) => expect(accepted(text, of('email'))).toEqual({ email }))
  it.each(numbers)('number: %s', (text, number) => expect(accepted(text, of('number'))).toEqual({ number }))
  it.each(amounts)('money: %s', (text, money) => expect(accepted(text, of('money'))).toEqual({ money }))

  it.each(durations)('duration: %s', (text, duration) => expect(accepted(text, of('duration'))).toEqual({ duration }))

  it.each([
    ['a cleaning please', 'cleaning'],
    ['a clening', 'cleaning'],
    ['i need a check-up', 'checkup'],
    ['i have a toothache', 'toothPain'],
    ['the second one', 'checkup'],
    ['not the exam the cleaning', 'cleaning'],
    ['a cleaning no sorry an exam', 'checkup'],
  ])('choice: %s', (text, value) => expect(accepted(text, [service])).toEqual({ service: value }))

  it('keeps free text as it was said', () => expect(accepted('  I have a Question ', of('text'))).toEqual({ text: 'I have a Question' }))
  it('reads nothing into silence', () => expect(fill('', of('date', 'time', 'text', 'personName', 'boolean', 'number'))).toEqual([]))
})

describe('several slots', () => {
  it.each<[string, SlotRequest[], Record<string, unknown>]>([
    [
      'a cleaning on tuesday at three for john smith',
      [service, ...of('date', 'time', 'personName')],
      { service: 'cleaning', date: '2026-11-24', time: '15:00', personName: 'John Smith' },
    ],
    ['next tuesday evening at quarter to six', of('date', 'time'), { date: '2026-11-24', time: '17:45' }],
    ['monday the twenty third of november at ten fifteen', of('date', 'time'), { date: '2026-11-23', time: '10:15' }],
    [
      'john smith my number is two one two five five five oh one three three',
      of('personName', 'phone'),
      { personName: 'John Smith', phone: '+12125550133' },
    ],
    ['no, wednesday', of('boolean', 'date'), { boolean: false, date: '2026-11-25' }],
    ['no wednesday at four', of('boolean', 'date', 'time'), { boolean: false, date: '2026-11-25', time: '16:00' }],
    ['yes but at five', of('boolean', 'time'), { boolean: true, time: '17:00' }],
    ['a table for four at seven in the evening', of('number', 'time'), { number: 4, time: '19:00' }],
    [
      'john smith two one two five five five oh one three three',
      of('personName', 'phone'),
      { personName: 'John Smith', phone: '+12125550133' },
    ],
  ])('%s', (text, slots, expected) => expect(accepted(text, slots)).toEqual(expected))

  it('gives the words a value came from', () => {
    expect(fill('a cleaning on tuesday at half past three', of('date', 'time')).map(({ raw }) => raw)).toEqual([
      'tuesday',
      'half past three',
    ])
  })
})

describe('time zones', () => {
  it('reads days in the zone of the call', () => {
    const lateInNewYork = {
      text: 'tomorrow',
      language: 'en' as const,
      intents: [],
      slots: of('date'),
      timeZone: 'America/New_York',
      now: Date.UTC(2026, 10, 20, 3),
    }
    expect(extractSlots(lateInNewYork, englishSlots)[0]?.value).toBe('2026-11-20')
  })
  it.each([
    ['tomorrow at three', 'Europe/Paris', '2026-11-21T14:00:00.000Z'],
    ['tomorrow at three', 'America/New_York', '2026-11-21T20:00:00.000Z'],
    ['march 28th at half past two in the morning', 'Europe/Paris', '2027-03-28T01:30:00.000Z'],
    ['june first at noon', 'Europe/Paris', '2027-06-01T10:00:00.000Z'],
  ])('%s in %s', (text, timeZone, instant) => expect(fill(text, of('dateTime'), timeZone)[0]?.value).toBe(instant))
})

it('keeps an incomplete telephone number below any threshold', () => {
  const [phone] = fill('five five five oh one oh oh', of('phone'))
  expect(phone?.value).toBe('+15550100')
  expect(phone?.confidence).toBeLessThan(0.5)
})
