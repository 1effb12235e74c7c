import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readScenarios } from './read-scenarios.ts'

test('one scenario or a list of them', () => {
  expect(readScenarios('{ "name": "a", "steps": [{ "silence": true }] }')).toEqual({
    ok: true,
    scenarios: [{ name: 'a', steps: [{ silence: true }] }],
  })
  expect(readScenarios('[]')).toEqual({ ok: true, scenarios: [] })
})

test.each([
  ['{', 'The file: expected JSON.', 'Le fichier : attendu : du JSON.'],
  ['7', 'The file: expected a list of scenarios, or one.', 'Le fichier : attendu : une liste de scénarios, ou un seul.'],
  ['[{ "steps": [] }]', '[0].name: expected a text.', '[0].name : attendu : un texte.'],
  [
    '{ "name": "a", "steps": [], "outcom": "completed" }',
    'The file: expected nothing called outcom.',
    'Le fichier : attendu : rien du nom de outcom.',
  ],
  [
    '[{ "name": "a", "steps": [{ "contact": 7 }] }]',
    '[0].steps[0].contact: expected a text.',
    '[0].steps[0].contact : attendu : un texte.',
  ],
  [
    '[{ "name": "a", "steps": [{ "caller": "hello" }] }]',
    '[0].steps[0]: expected an object with one of: contact, keys, silence',
    '[0].steps[0] : attendu : un objet avec l’un de : contact, keys, silence',
  ],
  [
    '[{ "name": "a", "steps": [{ "tool": "calendar.find", "result": 1 }] }]',
    '[0].steps[0].tool: expected one of calendar.findTimes, calendar.book',
    '[0].steps[0].tool : attendu : one of calendar.findTimes, calendar.book',
  ],
  [
    '[{ "name": "a", "steps": [{ "tool": "calendar.book" }] }]',
    '[0].steps[0]: expected exactly one of result, error, timeout.',
    '[0].steps[0] : attendu : exactly one of result, error, timeout.',
  ],
  ['[{ "name": "a", "steps": [{ "agent": { "node": 7 } }] }]', '[0].steps[0].agent', '[0].steps[0].agent'],
])('%s is refused with the place and what was expected', (text, english, french) => {
  const messages = (['en', 'fr'] as const).map((locale) => {
    const read = readScenarios(text, { locale })
    return read.ok ? '' : read.problems.map(({ message }) => message).join(' ')
  })
  expect(messages[0]).toContain(english)
  expect(messages[1]).toContain(french)
})

test('anything at all is read or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string(), fc.jsonValue()), (input) => {
      const read = readScenarios(input)
      expect(read.ok || read.problems.every(({ message }) => message.includes('expected'))).toBe(true)
    }),
  )
})
