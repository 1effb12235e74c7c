import { expect, test } from 'vitest'
import { compile } from '../expressions.ts'
import { flow as flowSchema } from '../flow.ts'
import { drawn } from '../scenario.ts'
import { isValueOf } from '../values.ts'
import { variableDeclaration, variableType } from '../variables.ts'
import { exampleOf } from './example-of.ts'
import { expressionFunctions } from './expression-functions-help.ts'
import { expressionWords } from './expression-words.ts'
import { spokenPreview } from './spoken-preview.ts'

const flow = flowSchema.parse(
  drawn(
    { bye: ['end', { text: 'Bye.' }] },
    {
      languages: ['en', 'fr'],
      variables: [
        { name: 'day', type: 'date' },
        { name: 'hour', type: 'time' },
        { name: 'partySize', type: 'number' },
        { name: 'member', type: 'boolean' },
        { name: 'place', type: 'choice', choices: [{ value: 'inside' }] },
      ],
    },
  ),
)

test('every type has an example that a variable of the type can hold', () => {
  for (const language of ['en', 'fr'] as const)
    for (const type of variableType.options) {
      const declaration = variableDeclaration.parse({ name: 'x', type, choices: [{ value: 'small' }] })
      expect(isValueOf(declaration, exampleOf(declaration, language, '2026-11-24')), type).toBe(true)
    }
})

test('a text is previewed as it is spoken, with examples and a caller who is known', () => {
  const now = Date.UTC(2026, 10, 20, 9)
  expect(spokenPreview(flow, 'So {{ day }} at {{ hour }}, {{ contact.name }}?', 'en', now)).toBe(
    'So Tuesday, November 24 at 3 PM, Ada Martin?',
  )
  expect(spokenPreview(flow, 'Le {{ day | weekday }} à {{ hour }}, {{ nope }}?', 'fr', now)).toMatch(/^Le mardi à 15 heures/)
})

test('every function that is offered can be computed as its example says', () => {
  for (const { example } of expressionFunctions) expect(compile(flow.variables, example), example).toMatchObject({ ok: true })
})

test('conditions are said in words, and left alone where words would say less', () => {
  const inEnglish = (source: string) => expressionWords(flow, source, 'en')
  expect(inEnglish('partySize > 6 && place == "inside" || !member')).toBe(
    '(party size is more than 6 and place is “inside”) or member is no',
  )
  expect(inEnglish('known.day && day < "2026-12-24"')).toBe('day is known and day is before “2026-12-24”')
  expect(inEnglish('weekday(day) in [6, 7]')).toBe('the weekday of day is one of Saturday, Sunday')
  expect(inEnglish('contact.name.startsWith("Dr")')).toBe('the caller’s name begins with “Dr”')
  expect(inEnglish('partySize +')).toBeUndefined()
  expect(inEnglish('[1, 2].exists(x, x > partySize)')).toBeUndefined()
  expect(expressionWords(flow, 'partySize >= 2', 'fr')).toBe('party size est au moins 2')
})
