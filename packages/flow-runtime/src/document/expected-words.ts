import type { UiText } from '../text.ts'
import { isObject } from './is-object.ts'
import { short } from './path-text.ts'

const shownNames = 30

const kinds: Readonly<Record<string, UiText>> = {
  string: { en: 'a text', fr: 'un texte' },
  number: { en: 'a number', fr: 'un nombre' },
  int: { en: 'a whole number', fr: 'un nombre entier' },
  boolean: { en: 'true or false', fr: 'true ou false' },
  array: { en: 'a list', fr: 'une liste' },
  object: { en: 'an object', fr: 'un objet' },
  record: { en: 'an object', fr: 'un objet' },
  null: { en: 'null', fr: 'null' },
}

/** A kind of value, by the name Zod gives it. */
export const kindWords = (kind: string): UiText => kinds[kind] ?? same(kind)

/** Words that are the same in every language: names, numbers, code. */
export const same = (text: string): UiText => ({ en: text, fr: text })

/** What stands at a place: a short value itself, a long one by its kind. */
export function foundWords(value: unknown): UiText {
  if (value === undefined) return { en: 'nothing', fr: 'rien' }
  if (typeof value === 'string') return same(JSON.stringify(short(value)))
  if (Array.isArray(value)) return kindWords('array')
  if (isObject(value)) return kindWords('object')
  return same(String(value))
}

/** The names or values to choose from. */
export function oneOf(names: readonly string[]): UiText {
  if (names.length === 0) return { en: 'nothing (there is none)', fr: 'rien (il n’y en a aucun)' }
  const listed = names.slice(0, shownNames).map((name) => short(name))
  const list = names.length > shownNames ? [...listed, '…'].join(', ') : listed.join(', ')
  return names.length === 1 ? same(list) : { en: `one of: ${list}`, fr: `l’un de : ${list}` }
}

/** Alternatives: "a text or an object". */
export const eitherOf = (alternatives: readonly UiText[]): UiText => ({
  en: [...new Set(alternatives.map(({ en }) => en))].join(' or '),
  fr: [...new Set(alternatives.map(({ fr }) => fr))].join(' ou '),
})
