import { templates } from '@parley/flow-runtime/templates'
import { expect, it } from 'vitest'
import { openingWords } from './opening-words.ts'

it('goes from the greeting to the first question, with examples for what is not known yet', () => {
  const now = Date.UTC(2026, 10, 28)
  expect(openingWords(templates.appointment, 'en', now)).toBe(
    'Hello, this is Bright Smile Dental. I am the automatic assistant. How can I help you?',
  )
  expect(openingWords(templates.appointment, 'fr', now)).toMatch(/^Bonjour, cabinet dentaire .*vous\u00a0?\s?\?$/)
  for (const flow of Object.values(templates)) {
    expect(openingWords(flow, 'en', now)).toMatch(/\?$/)
    expect(openingWords(flow, 'en', now)).not.toMatch(/[{}]/)
  }
})
