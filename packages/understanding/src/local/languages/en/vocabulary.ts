import type { Vocabulary } from '../vocabulary.ts'
import { background } from './background.ts'
import { meanings } from './meanings.ts'
import { stem } from './stem.ts'
import { answerWords, functionWords, questionWords, wordClass } from './word-classes.ts'
import { wordsOf } from './words.ts'

export const englishVocabulary: Vocabulary = { wordsOf, stem, functionWords, questionWords, answerWords, wordClass, meanings, background }
