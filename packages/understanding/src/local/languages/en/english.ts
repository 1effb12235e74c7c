import type { LanguageRules } from '../language-rules.ts'
import { englishSlots } from './slot-rules.ts'
import { englishVocabulary } from './vocabulary.ts'

export const english: LanguageRules = { vocabulary: englishVocabulary, slots: englishSlots }
