import { expect, test } from 'vitest'
import { renderForUse, renderText, renderWritten } from './render-text.ts'
import { drawn, scenario } from './scenario.ts'

const flow = drawn(
  { bye: ['end', { text: 'Bye.' }] },
  {
    languages: ['en', 'fr'],
    variables: [
      { name: 'day', type: 'date' },
      { name: 'phone', type: 'phone' },
      { name: 'sure', type: 'boolean' },
      { name: 'price', type: 'money' },
      { name: 'length', type: 'duration' },
      { name: 'tags', type: 'list' },
      {
        name: 'service',
        type: 'choice',
        choices: [{ value: 'clean', label: { en: 'a cleaning', fr: 'un détartrage' } }, { value: 'other' }],
      },
    ],
  },
)
const variables = { day: '2026-11-24', phone: '+15550100', sure: true, price: 12.5, length: 90, tags: ['a', 'b'], service: 'clean' }
const contact = { phone: '+33612345678', email: 'ada@example.org', fields: { visits: 1200 } }
const state = { ...scenario(flow, { contact }).state(), variables }
const now = Date.UTC(2026, 10, 20, 9)
const context = { nodeId: 'bye', head: flow, state, now }
const render = (text: string) => renderText(text, context)
const inFrench = (text: string) => renderText(text, { ...context, state: { ...state, language: 'fr' } })

test('variables are spoken by their type, facts too, expressions by their value, forms by name', () => {
  expect(render('On {{ day }}, {{phone}}, {{ sure }}.')).toBe('On Tuesday, November 24, plus 1, 5 5 5, 0 1 0 0, yes.')
  expect(render('{{ contact.phone }} and {{ contact.email }}')).toBe('plus 33, 6, 12, 34, 56, 78 and ada at example dot org')
  expect(render('{{ call.date }} at {{ call.time }}')).toBe('Friday, November 20 at 10 AM')
  expect(render('{{ day | weekday }} {{ sure || false }} {{ 1000 + 1 }} {{ contact.fields.visits }}')).toBe('Tuesday yes 1,001 1200')
  expect(render('{{ price }} for {{ length }}: {{ tags }}, {{ tags | or }}')).toBe(
    '12 dollars and 50 cents for an hour and a half: a and b, a or b',
  )
  expect(render('{{ addDays(day, 1) | relativeDay }}')).toBe('on Wednesday')
  expect(inFrench('{{ price }}, {{ length }} : {{ tags }} ?')).toBe('12 euros 50, 1 heure 30 : a et b ?')
})

test('a choice is spoken by its label, else by its value; a named form is said of the value', () => {
  expect(render('For {{ service }}.')).toBe('For a cleaning.')
  expect(inFrench('Pour {{ service }}.')).toBe('Pour un détartrage.')
  expect(renderText('For {{ service }}.', context, { service: 'other' })).toBe('For other.')
  expect(render('{{ service | spelled }}')).toBe('C, L, E, A, N')
})

test('what people read is not spelled out', () => {
  expect(renderWritten('{{ contact.email }}, {{ contact.phone }}: {{ price }} on {{ day }} for {{ service }}', context)).toBe(
    'ada@example.org, +33612345678: $12.50 on Tuesday, November 24 for a cleaning',
  )
})

test('what machines use is canonical, and their own words are left alone', () => {
  expect(renderForUse('{{ contact.phone }}', context)).toBe('+33612345678')
  expect(renderForUse('{{ service }} {{ day }} {{ price }} {{ sure }} {{ tags }} {{ nope }}', context)).toBe(
    'clean 2026-11-24 12.5 true ["a","b"]',
  )
  expect(renderForUse('{{ day | weekday }}', context)).toBe('Tuesday')
  expect(renderForUse(' Name ; as  it is ', context)).toBe('Name ; as  it is')
})

test('what is wrong or unknown leaves no trace', () => {
  expect(render('Hello {{ nope }}, {{ 1 + }}{{ contact.name }} you.')).toBe('Hello, you.')
  expect(inFrench('Bonjour, {{ contact.name }} !')).toBe('Bonjour !')
  expect(render('Hello {{ day, are you there? {{}} }}')).toBe('Hello day, are you there?')
})
