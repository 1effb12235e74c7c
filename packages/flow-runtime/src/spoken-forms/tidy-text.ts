import type { Language } from '../text.ts'

/**
 * A filled text without what empty values leave behind: double spaces, a space before , . ; (in English also before ! ? :), a
 * comma before nothing, stray braces. In French the space before ! ? : stays.
 */
export function tidyText(text: string, language: Language): string {
  const closed = text.replace(/[{}]*(?:\{\{|\}\})[{}]*/g, '')
  const spaced = closed.replace(/\s{2,}|[\t\n\r\f\v]/g, ' ').replace(/^[\s,;]+|[\s,;]+$/g, '')
  const listed = spaced.replace(/\s+(?=[,.;](?!\d))/g, '').replace(/[,;]+(?=[,;.]|\s*[!?])/g, '')
  return language === 'fr' ? listed : listed.replace(/\s+(?=[!?:](?:\s|$))/g, '')
}
