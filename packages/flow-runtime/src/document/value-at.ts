import { isObject } from './is-object.ts'
import type { Path } from './path-text.ts'

/** What stands at a place of a value; undefined when nothing does. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((part, step) => {
    if (Array.isArray(part)) return typeof step === 'number' ? part[step] : undefined
    return isObject(part) && Object.hasOwn(part, step) ? part[step] : undefined
  }, value)
}
