import type { Language } from '../text.ts'

/** Most texts are tidy: one look is cheaper than five. */
const untidy: Record<Language, RegExp> = {
  en: /\s(?:[\s,.;!?:]|$)|[\t\n\r\f\v]|[,;](?:\s*[,;.!?]|$)|\{\{|\}\}|^[\s,;]/,
  fr: /\s(?:[\s,.;]|$)|[\t\n\r\f\v]|[,;](?:\s*[,;.!?]|$)|\{\{|\}\}|^[\s,;]/,
}

/**
 * A filled text without what empty values leave behind: double spaces, a space before , . ; (in English also before ! ? :), a
 * comma before nothing, stray braces. In French the space before ! ? : stays.
 */
export function tidyText(text: string, language: Language): string {
  if (!untidy[language].test(text)) return text
  const closed = text.replace(/[{}]*(?:\{\{|\}\})[{}]*/g, '')
  const spaced = closed.replace(/\s{2,}|[\t\n\r\f\v]/g, ' ').replace(/^[\s,;]+|[\s,;]+$/g, '')
  const listed = spaced.replace(/\s+(?=[,.;](?!\d))/g, '').replace(/[,;]+(?=[,;.]|\s*[!?])/g, '')
  return language === 'fr' ? listed : listed.replace(/\s+(?=[!?:](?:\s|$))/g, '')
}
