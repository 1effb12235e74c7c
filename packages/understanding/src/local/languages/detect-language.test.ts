import { describe, expect, it } from 'vitest'
import { appointmentIntents, inScope } from '../intents/appointment-intents.fixture.ts'
import { inScope as frenchInScope, frenchIntents } from '../intents/french-appointment-intents.fixture.ts'
import { detectLanguage } from './detect-language.ts'

describe('the language of an utterance', () => {
  it.each([
    'yes',
    'hello',
    "I'd like",
    'tomorrow',
    'next Tuesday at three',
    'my name is Jean Dupont',
    'can I speak to someone',
    'twelve fifty',
    'good morning',
    'thank you',
  ])('English: %s', (text) => expect(detectLanguage(text)?.language).toBe('en'))
  it.each([
    'oui',
    'bonjour',
    'je voudrais',
    "j'aimerais",
    'demain',
    'mardi prochain à quinze heures',
    "je m'appelle John Smith",
    "c'est ça",
    'merci',
    'allô',
    "d'accord",
    "quelqu'un",
  ])('French: %s', (text) => expect(detectLanguage(text)?.language).toBe('fr'))
  it.each(['', 'ok', '06 12 34 56 78', 'Jean Dupont', 'John', 'six', 'message', 'a', 'asdf qwer'])('undecided: %s', (text) =>
    expect(detectLanguage(text)).toBeUndefined(),
  )

  it('is right about whole sentences, and sure', () => {
    const english = [...appointmentIntents.flatMap(({ samples }) => samples), ...inScope.map(([text]) => text)]
    const french = [...frenchIntents.flatMap(({ samples }) => samples), ...frenchInScope.map(([text]) => text)]
    const verdicts = [...english.map((text) => ({ text, expected: 'en' })), ...french.map((text) => ({ text, expected: 'fr' }))]
    expect(verdicts.filter(({ text, expected }) => detectLanguage(text)?.language !== expected)).toEqual([])
  })
})
