/** The list with every entry changed; entries that come back as they are, and a list of only such, keep their identity. */
export function changeEach<T>(list: T[], change: (entry: T) => T): T[] {
  const changed = list.map(change)
  return changed.some((entry, index) => entry !== list[index]) ? changed : list
}
