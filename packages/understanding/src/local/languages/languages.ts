import type { Language } from '@parley/flow-runtime'
import { english } from './en/english.ts'
import { french } from './fr/french.ts'
import type { LanguageRules } from './language-rules.ts'

/** Every language the local engine understands: one folder each. */
export const languages: Readonly<Record<Language, LanguageRules>> = { en: english, fr: french }
