import type { FlowHead } from '../flow-head.ts'
import { type Language, type LocalizedText, textIn } from '../text.ts'

/** The non-empty texts in a language, as written. */
export const fixedTexts = (flow: FlowHead, language: Language, ...texts: LocalizedText[]): string[] =>
  texts.map((text) => textIn(text, language, flow.languages[0] ?? 'en')).filter((text) => text !== '')
