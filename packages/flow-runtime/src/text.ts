import * as z from 'zod'

/** Languages a flow can speak; BCP 47 primary subtags. Adding one is data and a voice. */
export const language = z.enum(['en', 'fr'])
export type Language = z.output<typeof language>

/** Text a caller hears: one string (the flow's first language) or one per language. Empty: not written yet; the checker says so. */
export const localizedText = z.union([z.string(), z.partialRecord(language, z.string())])
export type LocalizedText = z.output<typeof localizedText>

/** Words of the studio itself: every label exists in both languages. */
export type UiText = { en: string; fr: string }

/** The text in the wanted language, else in the flow's first language, else any; '' when there is none. */
export function textIn(text: LocalizedText, wanted: Language, first: Language): string {
  if (typeof text === 'string') return text
  return text[wanted] || text[first] || Object.values(text).find((words) => words !== '') || ''
}
