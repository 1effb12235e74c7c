import { yesNoSlot } from './nodes/yes-no.ts'
import { phrases } from './phrases.ts'
import { yesNoExpectation } from './recognition-hints.ts'
import type { Language } from './text.ts'

/** How a colleague is asked whether they take a call: what is said, what is listened for, and the slot their words fill with a yes or a no. */
export const colleagueQuestion = (language: Language) => ({
  text: phrases[language].takeTheCall,
  expectation: yesNoExpectation([], language),
  slot: yesNoSlot,
})
