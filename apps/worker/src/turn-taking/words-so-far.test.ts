import type { Expectation, Language } from '@parley/flow-runtime'
import { expect, test } from 'vitest'
import { type WordsSoFar, wordsSoFar } from './words-so-far.ts'

test.each([
  ['Yes.', 'intent', 'en', 'complete'],
  ["That's right", 'free', 'en', 'complete'],
  ['Oui, merci.', 'yesNo', 'fr', 'complete'],
  ['oui mais pas', 'yesNo', 'fr', 'open'],
  ['non merci', 'free', 'fr', 'complete'],
  ['I would like to book a', 'intent', 'en', 'unfinished'],
  ['my name is', 'personName', 'en', 'unfinished'],
  ['je voudrais prendre rendez-vous pour', 'intent', 'fr', 'unfinished'],
  ['I would like to book a cleaning', 'intent', 'en', 'open'],
  ['that', 'free', 'en', 'open'],
  ['zero six twelve', 'phone', 'en', 'unfinished'],
  ['06 12 34 56 78', 'phone', 'fr', 'complete'],
  ['zero six one two three four five six seven eight', 'phone', 'en', 'complete'],
  ['john at', 'email', 'en', 'unfinished'],
  ['john at example dot com', 'email', 'en', 'complete'],
  ['Um', 'choice', 'en', 'unfinished'],
  ['um, the', 'choice', 'en', 'unfinished'],
  ['Well,', 'intent', 'en', 'unfinished'],
  ['I am', 'yesNo', 'en', 'open'],
  ['euh', 'yesNo', 'fr', 'unfinished'],
  ['eh bien', 'free', 'fr', 'unfinished'],
  ['', 'free', 'en', 'open'],
] satisfies [string, Expectation['kind'], Language, WordsSoFar][])('“%s” as %s in %s is %s', (text, kind, language, expected) => {
  expect(wordsSoFar(text, kind, language)).toBe(expected)
})
