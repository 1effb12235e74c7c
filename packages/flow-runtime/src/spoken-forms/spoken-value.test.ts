import { expect, test } from 'vitest'
import type { Language } from '../text.ts'
import type { Json } from '../variables.ts'
import type { SpokenFormat } from './spoken-formats.ts'
import { spokenValue } from './spoken-value.ts'

/** Friday, November 20, 2026, in the morning. */
const here = { timeZone: 'Europe/Paris', now: Date.UTC(2026, 10, 20, 9) }

const heard: [value: Json, format: SpokenFormat, en: string, fr: string][] = [
  ['2026-11-24', 'date', 'Tuesday, November 24', 'mardi 24 novembre'],
  ['2026-12-01', 'date', 'Tuesday, December 1', 'mardi 1er décembre'],
  ['2027-01-05', 'date', 'Tuesday, January 5, 2027', 'mardi 5 janvier 2027'],
  ['2026-02-30', 'date', '2026-02-30', '2026-02-30'],
  ['next week', 'date', 'next week', 'next week'],
  ['2026-11-24T14:30:00Z', 'date', 'Tuesday, November 24', 'mardi 24 novembre'],
  ['2026-11-22', 'weekday', 'Sunday', 'dimanche'],
  ['2027-03-01', 'dayMonth', 'March 1', '1er mars'],
  ['2026-11-19', 'relativeDay', 'yesterday', 'hier'],
  ['2026-11-20', 'relativeDay', 'today', "aujourd'hui"],
  ['2026-11-21', 'relativeDay', 'tomorrow', 'demain'],
  ['2026-11-26', 'relativeDay', 'on Thursday', 'jeudi'],
  ['2026-11-27', 'relativeDay', 'on Friday, November 27', 'le vendredi 27 novembre'],
  ['15:30', 'time', '3:30 PM', '15 heures 30'],
  ['00:05', 'time', '12:05 AM', 'minuit 5'],
  ['01:00', 'time', '1 AM', '1 heure'],
  ['12:00', 'time', 'noon', 'midi'],
  ['00:00', 'time', 'midnight', 'minuit'],
  ['25:00', 'time', '25:00', '25:00'],
  ['2026-11-24T23:30:00Z', 'time', '12:30 AM', 'minuit 30'],
  ['2026-11-24T14:30:00Z', 'dateTime', 'Tuesday, November 24 at 3:30 PM', 'mardi 24 novembre à 15 heures 30'],
  ['2027-01-05T12:00:00+01:00', 'dateTime', 'Tuesday, January 5, 2027 at noon', 'mardi 5 janvier 2027 à midi'],
  [20, 'duration', '20 minutes', '20 minutes'],
  [60, 'duration', 'an hour', '1 heure'],
  [90, 'duration', 'an hour and a half', '1 heure 30'],
  [75, 'duration', 'an hour and 15 minutes', '1 heure 15'],
  [150, 'duration', '2 hours and 30 minutes', '2 heures 30'],
  [1.5, 'duration', '1 minute and 30 seconds', '1 minute et 30 secondes'],
  [1500, 'duration', '1 day and 1 hour', '1 jour et 1 heure'],
  [0, 'duration', '0 minutes', '0 minute'],
  [1234.5, 'number', '1,234.5', '1\u00a0234,5'],
  [1234567, 'number', '1,234,567', '1\u00a0234\u00a0567'],
  [0.1 + 0.2, 'number', '0.3', '0,3'],
  [-3, 'number', 'minus 3', 'moins 3'],
  [1e21, 'plain', '1000000000000000000000', '1000000000000000000000'],
  [2026, 'plain', '2026', '2026'],
  [1, 'ordinal', 'first', 'premier'],
  [9, 'ordinal', 'ninth', 'neuvième'],
  [12, 'ordinal', 'twelfth', 'douzième'],
  [15, 'ordinal', 'fifteenth', 'quinzième'],
  [20, 'ordinal', 'twentieth', 'vingtième'],
  [21, 'ordinal', 'twenty first', 'vingt et unième'],
  [25, 'ordinal', 'twenty fifth', 'vingt-cinquième'],
  [42, 'ordinal', '42nd', '42e'],
  [112, 'ordinal', '112th', '112e'],
  [2.5, 'ordinal', '2.5', '2,5'],
  [12.5, 'euros', '12 euros and 50 cents', '12 euros 50'],
  [12.05, 'euros', '12 euros and 5 cents', '12 euros et 5 centimes'],
  [12.5, 'money', '12 dollars and 50 cents', '12 euros 50'],
  [1, 'dollars', '1 dollar', '1 dollar'],
  [0.01, 'pounds', '1 penny', '1 penny'],
  [0, 'euros', '0 euros', '0 euro'],
  [1200, 'francs', '1,200 francs', '1\u00a0200 francs'],
  [2_000_000, 'euros', '2,000,000 euros', "2\u00a0000\u00a0000 d'euros"],
  [-4.999, 'euros', 'minus 5 euros', 'moins 5 euros'],
  ['12.50 GBP', 'money', '12 pounds and 50 pence', '12 livres 50'],
  ['12.50 XYZ', 'money', '12.50 XYZ', '12.50 XYZ'],
  ['+33612345678', 'phone', 'plus 33, 6, 12, 34, 56, 78', 'plus 33, 6, 12, 34, 56, 78'],
  ['+12125550133', 'phone', 'plus 1, 2 1 2, 5 5 5, 0 1 3 3', 'plus 1, 2 1 2, 5 5 5, 0 1 3 3'],
  ['+15550100', 'phone', 'plus 1, 5 5 5, 0 1 0 0', 'plus 1, 5 5 5, 0 1 0 0'],
  ['+442079460018', 'phone', 'plus 44, 2 0 7, 9 4 6, 0 0, 1 8', 'plus 44, 2 0 7, 9 4 6, 0 0, 1 8'],
  ['+35220301234', 'phone', 'plus 352, 2 0 3, 0 1 2, 3 4', 'plus 352, 2 0 3, 0 1 2, 3 4'],
  ['06 12 34 56 78', 'phone', '0 6 1, 2 3 4, 5 6 7 8', '06, 12, 34, 56, 78'],
  ['anonymous', 'phone', 'anonymous', 'anonymous'],
  ['+15550100', 'digits', 'plus 1 5 5 5 0 1 0 0', 'plus 1 5 5 5 0 1 0 0'],
  [
    'ada.b-c_d@example.org',
    'email',
    'ada dot b dash c underscore d at example dot org',
    'ada point b tiret c tiret du bas d arobase example point org',
  ],
  ['at the office', 'email', 'at the office', 'at the office'],
  ['ab-12', 'code', 'A, B, dash, 1, 2', 'A, B, tiret, 1, 2'],
  [407, 'code', '4, 0, 7', '4, 0, 7'],
  ['!', 'code', '!', '!'],
  ["Zoé L'Œil", 'spelled', 'Z, O, E acute. L, apostrophe, Œ, I, L', 'Z, O, E accent aigu. L, apostrophe, Œ, I, L'],
  [true, 'yesNo', 'yes', 'oui'],
  [false, 'plain', 'no', 'non'],
  [['a', '', 'b', 'c'], 'plain', 'a, b and c', 'a, b et c'],
  [['2026-11-24', '2026-11-25'], 'weekday', 'Tuesday and Wednesday', 'mardi et mercredi'],
  [['a', 'b', 'c'], 'or', 'a, b or c', 'a, b ou c'],
  [['a'], 'or', 'a', 'a'],
  [[], 'plain', '', ''],
  [{ a: 1 }, 'plain', '', ''],
  [null, 'date', '', ''],
  ['undefined', 'plain', '', ''],
]

test.each(heard)('%j as %s is heard as "%s" and "%s"', (value, format, en, fr) => {
  const say = (language: Language) => spokenValue(value, format, { ...here, language, medium: 'voice' })
  expect([say('en'), say('fr')]).toEqual([en, fr])
})

const read: [value: Json, format: SpokenFormat, en: string, fr: string][] = [
  ['2026-11-24', 'date', 'Tuesday, November 24', 'mardi 24 novembre'],
  ['+33612345678', 'phone', '+33612345678', '+33612345678'],
  ['ada@example.org', 'email', 'ada@example.org', 'ada@example.org'],
  ['AB-12', 'code', 'AB-12', 'AB-12'],
  [12.5, 'euros', '€12.50', '12,50\u00a0€'],
  [-12, 'money', '-$12', '-12\u00a0€'],
  [12, 'francs', 'CHF 12', '12\u00a0CHF'],
]

test.each(read)('%j as %s is read as "%s" and "%s"', (value, format, en, fr) => {
  const write = (language: Language) => spokenValue(value, format, { ...here, language, medium: 'text' })
  expect([write('en'), write('fr')]).toEqual([en, fr])
})
