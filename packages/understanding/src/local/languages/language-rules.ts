import type { SlotRules } from './slot-rules.ts'
import type { Vocabulary } from './vocabulary.ts'

/** All that the local engine knows of one language. */
export type LanguageRules = { vocabulary: Vocabulary; slots: SlotRules }
