import { isObject } from '../document/is-object.ts'
import { type Language, language, localizedText } from '../text.ts'
import type { FieldChange, TextChange } from './comparison.ts'
import { sameValue } from './same-value.ts'

type Fields = Readonly<Record<string, unknown>>
/** `isText`: whether a field holds what a caller hears; by its look when not given. `first`: the languages of plain texts. */
type Options = { isText?: (field: string) => boolean; first: { before: Language; after: Language } }

/** The fields that differ, each once; of objects the fields inside. */
export function fieldChanges(before: Fields, after: Fields, options: Options, path = ''): FieldChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].flatMap((name): FieldChange[] => {
    const [old, now, field] = [before[name], after[name], `${path}${name}`]
    if (sameValue(old, now)) return []
    const texts = textChanges(old, now, field, options)
    if (texts) return texts.length > 0 ? [{ field, before: old, after: now, texts }] : []
    if (isObject(old) && isObject(now)) return fieldChanges(old, now, options, `${field}.`)
    return [{ field, before: old, after: now }]
  })
}

function textChanges(before: unknown, after: unknown, field: string, { isText, first }: Options): TextChange[] | undefined {
  if (isText ? !isText(field) : !looksLikeTexts(before) && !looksLikeTexts(after)) return undefined
  const [old, now] = [localizedText.safeParse(before ?? {}), localizedText.safeParse(after ?? {})]
  if (!old.success || !now.success) return undefined
  const inLanguage = (text: typeof old.data, wanted: Language, plain: Language) =>
    typeof text === 'string' ? (wanted === plain ? text : '') : (text[wanted] ?? '')
  const texts = language.options.map((wanted) => ({
    language: wanted,
    before: inLanguage(old.data, wanted, first.before),
    after: inLanguage(now.data, wanted, first.after),
  }))
  return texts.some((text) => text.before !== text.after) ? texts.filter((text) => text.before !== '' || text.after !== '') : []
}

const looksLikeTexts = (value: unknown) => isObject(value) && Object.keys(value).length > 0 && localizedText.safeParse(value).success
