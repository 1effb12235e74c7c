import { expect, test } from 'vitest'
import { whyText } from './why.ts'

test('a sentence in the language of whoever reads it, with its values in it', () => {
  const why = { code: 'closestSample', values: { sample: 'I would like to book an appointment', confidence: 87 } } as const
  expect(whyText(why, 'en')).toBe('The caller’s words were closest to “I would like to book an appointment” (87% sure).')
  expect(whyText(why, 'fr')).toBe(
    'Les mots de l’appelant étaient les plus proches de « I would like to book an appointment » (sûr à 87 %).',
  )
})

test('the product’s own words among the values are translated; an author’s stay', () => {
  const failed = { code: 'providerFailed', values: { stage: 'synthesis', failureCode: 'SYNTHESIS_TIMEOUT' } } as const
  expect(whyText(failed, 'fr')).toContain('la voix (SYNTHESIS_TIMEOUT)')
  expect(whyText({ code: 'nothingFollows', values: { outcome: 'noMatch' } }, 'en')).toBe('Nothing follows this outcome: Not understood')
  expect(whyText({ code: 'nothingFollows', values: { outcome: 'bigParty' } }, 'fr')).toBe('Rien ne suit cette issue : bigParty')
})

test('a journal of another version is read without a sentence rather than not at all', () => {
  expect(whyText(JSON.parse('{ "code": "fromTheFuture" }'), 'en')).toBe('')
  expect(whyText(JSON.parse('{ "code": "toString" }'), 'en')).toBe('')
})
