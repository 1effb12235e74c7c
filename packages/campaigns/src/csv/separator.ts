export const separators = [',', ';', '\t', '|'] as const
export type Separator = (typeof separators)[number]

/** What separates the cells: the one that most of the first lines have equally often, quoted ones apart. A comma when there is a single column. */
export function separatorOf(start: string): Separator {
  const lines = start
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50)
  const scores = separators.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1)
    const inHeader = counts[0] ?? 0
    return { separator, score: inHeader === 0 ? 0 : counts.filter((count) => count === inHeader).length * 1_000 + inHeader }
  })
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).separator
}
