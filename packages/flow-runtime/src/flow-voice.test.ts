import { expect, test } from 'vitest'
import { voiceIdFor, voiceOf, withVoice } from './flow-voice.ts'
import { settings } from './settings.ts'

const anna = { id: 'anna', provider: 'p1' }
const pierre = { id: 'pierre', provider: 'p2' }

test('a flow speaks each language with its own voice, else with the one for all', () => {
  expect(voiceOf(settings.parse({}), 'fr')).toBeUndefined()
  expect(voiceOf(settings.parse({ voice: { id: 'anna' } }), 'fr')).toEqual({ id: 'anna' })
  const both = settings.parse({ voice: { ...anna, byLanguage: { fr: pierre } } })
  expect(voiceOf(both, 'en')).toEqual(anna)
  expect(voiceOf(both, 'fr')).toEqual(pierre)
})

test('choosing a voice for one language leaves the others as they sound', () => {
  const one = settings.parse({ voice: anna })
  expect(withVoice(one, ['en'], 'en', pierre)).toEqual(pierre)
  expect(withVoice(one, ['en', 'fr'], 'fr', pierre)).toEqual({ byLanguage: { en: anna, fr: pierre } })
  expect(withVoice(one, ['en', 'fr'], 'en', undefined)).toEqual({ byLanguage: { fr: anna } })
  const two = settings.parse({ voice: { byLanguage: { en: anna, fr: pierre } } })
  expect(withVoice(two, ['en', 'fr'], 'fr', anna)).toEqual(anna)
  expect(withVoice(two, ['en', 'fr'], 'fr', undefined)).toEqual({ byLanguage: { en: anna } })
  expect(withVoice(settings.parse({ voice: anna }), ['en'], 'en', undefined)).toEqual({})
})

test('what this release does not know of a voice stays', () => {
  const later = { voice: { ...anna, pitch: 2 } }
  expect(withVoice(later, ['en', 'fr'], 'en', pierre)).toEqual({ pitch: 2, byLanguage: { en: pierre, fr: anna } })
})

test('a voice is asked for together with its provider, if one was chosen', () => {
  expect(voiceIdFor(settings.parse({ voice: { ...anna, byLanguage: { fr: { id: 'marie' } } } }), 'en')).toBe(`${anna.provider}/anna`)
  expect(voiceIdFor(settings.parse({ voice: { ...anna, byLanguage: { fr: { id: 'marie' } } } }), 'fr')).toBe('marie')
  expect(voiceIdFor(settings.parse({}), 'fr')).toBeUndefined()
})
