import { expect, test } from 'vitest'
import { renderText } from './render-text.ts'
import { drawn, scenario } from './scenario.ts'

const flow = drawn(
  { bye: ['end', { text: 'Bye.' }] },
  {
    languages: ['en', 'fr'],
    variables: [
      { name: 'day', type: 'date' },
      { name: 'phone', type: 'phone' },
      { name: 'sure', type: 'boolean' },
    ],
  },
)
const state = { ...scenario(flow).state(), variables: { day: '2026-11-24', phone: '+155', sure: true } }
const render = (text: string) => renderText(text, { nodeId: 'bye', head: flow, state, now: 0 })

test('variables are spoken by their type, expressions by their value, forms by name', () => {
  expect(render('On {{ day }}, {{phone}}, {{ sure }}.')).toBe('On Tuesday, November 24, plus 1 5 5, yes.')
  expect(render('{{ day | weekday }} {{ sure || false }} {{ 1 + 1 }}')).toBe('Tuesday yes 2')
})

test('what is wrong or unknown leaves no trace', () => {
  expect(render('Hello {{ nope }}, {{ 1 + }}{{ contact.name }} you.')).toBe('Hello, you.')
})
