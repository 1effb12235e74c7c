import type { SlotRequest, VariableType } from '@parley/flow-runtime'
import { describe, expect, it } from 'vitest'
import { now } from '../languages/en/slot-tables.fixture.ts'
import { frenchSlots } from '../languages/fr/slot-rules.ts'
import {
  amounts,
  choices,
  dates,
  durations,
  emails,
  names,
  neither,
  no,
  notNames,
  numbers,
  phones,
  times,
  yes,
} from '../languages/fr/slot-tables.fixture.ts'
import { extractSlots } from './extract-slots.ts'

const service: SlotRequest = {
  name: 'service',
  type: 'choice',
  choices: [
    { value: 'cleaning', synonyms: ['détartrage', 'nettoyage'] },
    { value: 'checkup', synonyms: ['contrôle', 'examen'] },
    { value: 'toothPain', synonyms: ['rage de dents', 'mal aux dents'] },
  ],
}
const of = (...types: VariableType[]): SlotRequest[] => types.map((type) => ({ name: type, type }))
const fill = (text: string, slots: SlotRequest[], timeZone = 'Europe/Paris') =>
  extractSlots({ text, language: 'fr', intents: [], slots, timeZone, now }, frenchSlots)
/** What a flow with the usual threshold would accept. */
const accepted = (text: string, slots: SlotRequest[]) =>
  Object.fromEntries(fill(text, slots).flatMap(({ name, value, confidence }) => (confidence >= 0.5 ? [[name, value]] : [])))

describe('one slot, in French', () => {
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
  it.each(choices)('choice: %s', (text, value) => expect(accepted(text, [service])).toEqual({ service: value }))
})

describe('several slots, in French', () => {
  it.each<[string, SlotRequest[], Record<string, unknown>]>([
    [
      'un détartrage mardi à trois heures pour Jean Dupont',
      [service, ...of('date', 'time', 'personName')],
      { service: 'cleaning', date: '2026-11-24', time: '15:00', personName: 'Jean Dupont' },
    ],
    ['mardi prochain à quinze heures trente', of('date', 'time'), { date: '2026-11-24', time: '15:30' }],
    [
      "Sophie Martin, c'est le zéro six onze vingt-deux trente-trois quarante-quatre",
      of('personName', 'phone'),
      { personName: 'Sophie Martin', phone: '+33611223344' },
    ],
    ['non, mercredi', of('boolean', 'date'), { boolean: false, date: '2026-11-25' }],
    ['oui mais à cinq heures', of('boolean', 'time'), { boolean: true, time: '17:00' }],
    ['une table pour quatre à sept heures du soir', of('number', 'time'), { number: 4, time: '19:00' }],
    ['demain à midi', of('date', 'time'), { date: '2026-11-21', time: '12:00' }],
    [
      'Jean Dupont, zéro six douze trente-quatre cinquante-six soixante-dix-huit',
      of('personName', 'phone'),
      { personName: 'Jean Dupont', phone: '+33612345678' },
    ],
  ])('%s', (text, slots, expected) => expect(accepted(text, slots)).toEqual(expected))

  it('gives the words a value came from, as they were said', () => {
    expect(fill('un détartrage après-demain à quinze heures trente', of('date', 'time')).map(({ raw }) => raw)).toEqual([
      'après demain',
      'quinze heures trente',
    ])
  })

  it.each([
    ['demain à trois heures', 'Europe/Paris', '2026-11-21T14:00:00.000Z'],
    ['après-demain à midi et demi', 'America/Montreal', '2026-11-22T17:30:00.000Z'],
  ])('%s in %s', (text, timeZone, instant) => expect(fill(text, of('dateTime'), timeZone)[0]?.value).toBe(instant))
})
