import type { Flow } from '../flow.ts'
import { nodeByWholeId } from '../interpreter/place.ts'
import { nodeTypeOf } from '../node-type-of.ts'
import type { Language } from '../text.ts'
import type { Json } from '../variables.ts'

const longest = 240
const short = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)

/** A text in the quotation marks of a language, a long one cut. */
export const shown = (text: string, locale: Language): string => (locale === 'en' ? `“${short(text)}”` : `« ${short(text)} »`)

/** A value as JSON, a long one cut; nothing for one that is not set. */
export function shownValue(value: Json | undefined, locale: Language): string {
  if (value === undefined || value === null) return locale === 'en' ? 'not set' : 'sans valeur'
  return short(JSON.stringify(value))
}

/** A node by its id and the name of its kind: “askDay” (Question). */
export function shownNode(flow: Flow, id: string, locale: Language): string {
  const found = nodeByWholeId(flow, id)
  return found ? `${shown(id, locale)} (${nodeTypeOf(found.node).editor.title[locale]})` : shown(id, locale)
}
