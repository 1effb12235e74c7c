import type { JournalEntry } from '@parley/flow-runtime'
import { expect, test } from 'vitest'
import { languageOf } from './language-of.ts'

const heard = (language: 'en' | 'fr', text: string): JournalEntry => ({
  ...{ seq: 1, at: 1_000, kind: 'event' },
  event: { type: 'contactSaid', at: 1_000, effectId: 'e1', text, confidence: 0.9, language },
})
const said = (language: 'en' | 'fr'): JournalEntry => ({
  ...{ seq: 2, at: 2_000, kind: 'step', decisions: [] },
  state: { at: 'greet', turns: 0, variables: {}, status: 'running' },
  effects: [{ type: 'say', id: 'e2', nodeId: 'greet', text: 'Bonjour', language, interruptible: true }],
})

test('a call is heard in the language it was held in, in several when there were several', () => {
  expect(languageOf([said('fr'), heard('fr', 'mardi')], 'en')).toBe('fr')
  expect(languageOf([said('en'), heard('fr', 'mardi')], 'en')).toBe('multi')
  expect(languageOf([said('fr'), heard('en', ' ')], 'en')).toBe('fr')
  expect(languageOf([], 'fr')).toBe('fr')
})
