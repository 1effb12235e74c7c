/** Entries of two lists matched by a key: what only the first has, what only the second has, and the pairs of both. */
export function matchEntries<T>(
  before: readonly T[],
  after: readonly T[],
  keyBefore: (entry: T) => string,
  keyAfter = keyBefore,
): { removed: T[]; added: T[]; both: { before: T; after: T }[] } {
  const [old, now] = [keyed(before, keyBefore), keyed(after, keyAfter)]
  const both = [...now].flatMap(([key, entry]) => {
    const known = old.get(key)
    return known === undefined ? [] : [{ before: known, after: entry }]
  })
  return {
    removed: [...old].filter(([key]) => !now.has(key)).map(([, entry]) => entry),
    added: [...now].filter(([key]) => !old.has(key)).map(([, entry]) => entry),
    both,
  }
}

/** Of entries that share a key, the second is matched with the second. */
function keyed<T>(entries: readonly T[], keyOf: (entry: T) => string): Map<string, T> {
  const counts = new Map<string, number>()
  const byKey = new Map<string, T>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const count = counts.get(key) ?? 0
    counts.set(key, count + 1)
    byKey.set(`${count} ${key}`, entry)
  }
  return byKey
}
