import type { Json } from '../variables.ts'

/** Whether a value has everything that is expected of it: of an object the named fields, of a list every entry. */
export function holds(expected: unknown, found: unknown): boolean {
  if (Array.isArray(expected)) {
    return Array.isArray(found) && found.length === expected.length && expected.every((entry, index) => holds(entry, found[index]))
  }
  if (typeof expected !== 'object' || expected === null) return expected === found
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return false
  const fields = new Map(Object.entries(found))
  return Object.entries(expected).every(([name, value]) => holds(value, fields.get(name)))
}

/** The first variable that does not hold what is expected; null is expected of one that is not set. */
export function otherValue(
  expected: Readonly<Record<string, Json>>,
  variables: Readonly<Record<string, Json>>,
): { name: string; found: Json; wanted: Json } | undefined {
  for (const [name, wanted] of Object.entries(expected)) {
    const found = Object.hasOwn(variables, name) ? (variables[name] ?? null) : null
    if (!holds(wanted, found)) return { name, found, wanted }
  }
  return undefined
}
