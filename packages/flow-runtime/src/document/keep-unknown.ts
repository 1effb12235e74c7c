import { isObject } from './is-object.ts'

/**
 * The parsed value together with the fields of the original that its schema does not know, so that a document of another
 * version loses nothing. The parsed value itself when there are none.
 */
export function keepUnknown<T>(parsed: T, original: unknown): T
export function keepUnknown(parsed: unknown, original: unknown): unknown {
  if (Array.isArray(parsed) && Array.isArray(original)) {
    const items = parsed.map((item, index) => keepUnknown(item, original[index]))
    return items.some((item, index) => item !== parsed[index]) ? items : parsed
  }
  if (!isObject(parsed) || !isObject(original)) return parsed
  const kept: Record<string, unknown> = { ...original }
  let isSame = true
  for (const [name, value] of Object.entries(original)) if (value !== undefined && !Object.hasOwn(parsed, name)) isSame = false
  for (const [name, value] of Object.entries(parsed)) {
    kept[name] = keepUnknown(value, original[name])
    if (kept[name] !== value) isSame = false
  }
  return isSame ? parsed : kept
}
