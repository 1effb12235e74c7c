import { z } from 'zod'

/** Languages a flow can speak; BCP 47 primary subtags. Adding one is data and a voice. */
export const language = z.enum(['en', 'fr'])
export type Language = z.output<typeof language>

/** Text a caller hears: one string (the flow's first language) or one per language. */
export const localizedText = z.union([z.string().min(1), z.partialRecord(language, z.string().min(1))])
export type LocalizedText = z.output<typeof localizedText>

/** The text in the wanted language, else in the flow's first language, else any; '' when there is none. */
export function textIn(text: LocalizedText, wanted: Language, first: Language): string {
  if (typeof text === 'string') return text
  return text[wanted] ?? text[first] ?? Object.values(text)[0] ?? ''
}
