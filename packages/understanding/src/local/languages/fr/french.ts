import type { LanguageRules } from '../language-rules.ts'
import { frenchSlots } from './slot-rules.ts'
import { frenchVocabulary } from './vocabulary.ts'

export const french: LanguageRules = { vocabulary: frenchVocabulary, slots: frenchSlots }
