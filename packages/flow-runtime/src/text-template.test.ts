import { expect, test } from 'vitest'
import { isFixedText, templateProblems, textParts } from './text-template.ts'

test('a text is words and expressions, each with its place', () => {
  expect(textParts('Until {{ day | weekday }}, {{ a || b }}.')).toEqual([
    { words: 'Until ' },
    { expression: 'day', format: 'weekday', start: 6 },
    { words: ', ' },
    { expression: 'a || b', start: 27 },
    { words: '.' },
  ])
  expect(textParts('')).toEqual([])
  expect([isFixedText('Hello.'), isFixedText('Hello {{ you }}.'), isFixedText('{{ open')]).toEqual([true, false, false])
})

test.each([
  ['Hello {{ name, how are you?', [['unclosed', '{{', 6]]],
  ['Hi {{ name and {{ day }}.', [['unclosed', '{{', 3]]],
  [
    'Hi }} {{}} {{ }} {{ | date }}.',
    [
      ['unopened', '}}', 3],
      ['empty', '{{}}', 6],
      ['empty', '{{ }}', 11],
      ['empty', '{{ | date }}', 17],
    ],
  ],
  ['{{ date | dat }} {{ day | weekday }}', [['unknownFormat', 'dat', 10]]],
  ['{{ day }}, {a} and {"a": 1}', []],
])('%j has the problems %j', (template, expected) => {
  const problems = templateProblems(template)
  expect(problems.map(({ kind, words, start }) => [kind, words, start])).toEqual(expected)
  for (const { words, start, end } of problems) expect(template.slice(start, end)).toBe(words)
})

test('the expressions around a broken place are still found', () => {
  expect(textParts('Hi {{ name and {{ day }}.')).toMatchObject([
    { words: 'Hi ' },
    { problem: { kind: 'unclosed', end: 5 } },
    { words: ' name and ' },
    { expression: 'day', start: 15 },
    { words: '.' },
  ])
})
