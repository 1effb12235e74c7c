import { sameValue } from '../compare/same-value.ts'
import { isObject } from '../document/is-object.ts'

/** Where both changed one thing: what each of them says. `path` leads there from the value merged. */
export type Clash = { path: readonly string[]; mine: unknown; theirs: unknown }
export type Merged<T> = { value: T; clashes: readonly Clash[] }

/**
 * Two changes of one JSON value as one: objects field by field, lists of texts entry by entry, everything else whole. Where both changed
 * the same, `prefer` says whose stays, and the clash is told.
 */
export function mergeValue(base: unknown, mine: unknown, theirs: unknown, prefer: 'mine' | 'theirs' = 'mine'): Merged<unknown> {
  if (sameValue(mine, theirs) || sameValue(base, theirs)) return { value: mine, clashes: [] }
  if (sameValue(base, mine)) return { value: theirs, clashes: [] }
  if (isObject(mine) && isObject(theirs)) return mergeFields(isObject(base) ? base : {}, mine, theirs, prefer)
  if (isTexts(base) && isTexts(mine) && isTexts(theirs)) return { value: mergeTexts(base, mine, theirs), clashes: [] }
  return { value: prefer === 'mine' ? mine : theirs, clashes: [{ path: [], mine, theirs }] }
}

type Fields = Readonly<Record<string, unknown>>

function mergeFields(base: Fields, mine: Fields, theirs: Fields, prefer: 'mine' | 'theirs'): Merged<Fields> {
  const clashes: Clash[] = []
  const value: Record<string, unknown> = {}
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const merged = mergeValue(base[name], mine[name], theirs[name], prefer)
    clashes.push(...merged.clashes.map((clash) => ({ ...clash, path: [name, ...clash.path] })))
    if (merged.value !== undefined) value[name] = merged.value
  }
  return { value, clashes }
}

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((item) => typeof item === 'string')

/** Mine without what they took out, then what they put in. */
export function mergeTexts<T extends string>(base: readonly T[], mine: readonly T[], theirs: readonly T[]): T[] {
  const kept = mine.filter((text) => theirs.includes(text) || !base.includes(text))
  return [...kept, ...theirs.filter((text) => !base.includes(text) && !mine.includes(text))]
}
