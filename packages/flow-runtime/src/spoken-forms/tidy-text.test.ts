import { expect, test } from 'vitest'
import { tidyText } from './tidy-text.ts'

test.each([
  ['Hello , you .', 'Hello, you.', 'Hello, you.'],
  ['Hello,  .', 'Hello.', 'Hello.'],
  [', so  then ; yes', 'so then; yes', 'so then; yes'],
  ['Really ?', 'Really?', 'Really ?'],
  ['Hello,  !', 'Hello!', 'Hello !'],
  ['C’est bien\u00a0: oui', 'C’est bien: oui', 'C’est bien\u00a0: oui'],
  ['At 3:30 or .5, in\nlines', 'At 3:30 or .5, in lines', 'At 3:30 or .5, in lines'],
  ['Broken {{ day }} }}', 'Broken day', 'Broken day'],
  ['Wait… {{', 'Wait…', 'Wait…'],
])('%j becomes %j, in French %j', (text, en, fr) => {
  expect([tidyText(text, 'en'), tidyText(text, 'fr')]).toEqual([en, fr])
})
