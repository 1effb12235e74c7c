import { sameValue } from '../compare/same-value.ts'

type Merge<T> = {
  keyOf: (entry: T) => string
  /** Of an entry that both have and both changed; `base` is missing when both added it. */
  both: (base: T | undefined, mine: T, theirs: T) => T
  /** An entry that one changed and the other took out stays; told here. */
  kept?: (entry: T) => void
  /** Whether an entry counts as changed though it says the same: something new hangs on it. */
  isHeld?: (key: string, by: 'mine' | 'theirs') => boolean
}

/** Two changes of one list of named entries as one: mine in my order, then what only they have. */
export function mergeEntries<T>(base: readonly T[], mine: readonly T[], theirs: readonly T[], merge: Merge<T>): T[] {
  const { keyOf, both, kept, isHeld = () => false } = merge
  const byKey = (entries: readonly T[]) => new Map(entries.map((entry) => [keyOf(entry), entry]))
  const [old, left, right] = [byKey(base), byKey(mine), byKey(theirs)]
  const only = (key: string, entry: T, by: 'mine' | 'theirs'): T[] => {
    const before = old.get(key)
    if (before === undefined) return [entry]
    if (sameValue(before, entry) && !isHeld(key, by)) return []
    kept?.(entry)
    return [entry]
  }
  return [
    ...[...left].flatMap(([key, entry]) => {
      const other = right.get(key)
      if (other === undefined) return only(key, entry, 'mine')
      const before = old.get(key)
      if (sameValue(entry, other) || (before !== undefined && sameValue(before, other))) return [entry]
      return [before !== undefined && sameValue(before, entry) ? other : both(before, entry, other)]
    }),
    ...[...right].flatMap(([key, entry]) => (left.has(key) ? [] : only(key, entry, 'theirs'))),
  ]
}
