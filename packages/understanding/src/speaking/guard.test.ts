import type { GenerateRequest, Language } from '@parley/flow-runtime'
import { describe, expect, it } from 'vitest'
import { createGuard } from './guard.ts'

const known = JSON.stringify({
  price: 12.5,
  day: '2026-11-24',
  hour: '15:45',
  phone: '+33612345678',
  email: 'info@dent.example',
  code: 4711,
})
const request = (language: Language): GenerateRequest => ({
  goal: language === 'en' ? 'Say that parking costs twenty euros.' : 'Dire que le parking coûte vingt euros.',
  instructions: 'See www.dent.example/times. We close on Fridays; le vendredi.',
  language,
  messages: [
    { speaker: 'tool', text: 'times: {"startsAt":"2026-11-30T08:00:00Z"}' },
    { speaker: 'contact', text: 'It costs 99 euros, right? On Sunday? Dimanche ?' },
  ],
  exits: [],
  tools: [],
  results: [],
  summary: '',
  left: 0,
  contextTokens: 1000,
  known,
  speaking: { interruptible: true, instead: '', longest: 600 },
  prices: [],
  now: Date.UTC(2026, 10, 23, 9),
  timeZone: 'Europe/Paris',
})
const refusal = (language: Language, clause: string) => createGuard(request(language)).refuses(clause)

describe('what was given may be said, as figures and in words', () => {
  it.each([
    'One moment, I look at it.',
    'It costs 12.50 euros.',
    'It costs twelve euros fifty.',
    'Parking is twenty euros.',
    'On Tuesday the twenty-fourth of November.',
    'Tomorrow at a quarter to four.',
    'At 3:45 pm.',
    'At fifteen forty-five.',
    'On Monday, November 30 at nine.',
    'We are closed on Friday.',
    'Your number is 06 12 34 56 78.',
    'Your number is oh six one two three four five six seven eight.',
    'Your code is four seven one one, I think.',
    'Write to info@dent.example, or look at www.dent.example/times.',
    'Write to info at dent dot example.',
  ])('en: %s', (clause) => expect(refusal('en', clause)).toBeUndefined())

  it.each([
    'Un instant, je regarde.',
    'Cela coûte 12,50 euros.',
    'Cela coûte douze euros cinquante.',
    'Le parking coûte vingt euros.',
    'Le mardi vingt-quatre novembre.',
    'Demain à quinze heures quarante-cinq.',
    'À 15h45.',
    'Le lundi 30 novembre à 9 heures.',
    'Nous fermons le vendredi.',
    'Votre numéro est le zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit.',
    'Écrivez à info arobase dent point example.',
  ])('fr: %s', (clause) => expect(refusal('fr', clause)).toBeUndefined())
})

describe('what nobody gave is refused', () => {
  it.each([
    ['It costs 99 euros.', 'number'],
    ['It costs ninety-nine euros.', 'number'],
    ['That makes a thousand.', 'number'],
    ['On Thursday.', 'day'],
    ['We also open on Sundays.', 'day'],
    ['On the 24th of December.', 'day'],
    ['At eleven.', 'number'],
    ['It is 61234 euros.', 'number'],
    ['Call 06 99 88 77 66.', 'number'],
    ['Call oh six one two three nine.', 'number'],
    ['Write to boss@dent.example.', 'address'],
    ['Write to boss at dent dot example.', 'address'],
    ['Look at https://evil.example/12.', 'address'],
    ['Look at evil.com.', 'address'],
  ] as const)('en: %s', (clause, reason) => expect(refusal('en', clause)).toBe(reason))

  it.each([
    ['Cela coûte quatre-vingt-dix-neuf euros.', 'number'],
    ['Jeudi prochain.', 'day'],
    ['Le 24 décembre.', 'day'],
    ['À onze heures.', 'number'],
    ['Appelez le 06 99 88 77 66.', 'number'],
    ['Écrivez à chef arobase dent point example.', 'address'],
  ] as const)('fr: %s', (clause, reason) => expect(refusal('fr', clause)).toBe(reason))
})
