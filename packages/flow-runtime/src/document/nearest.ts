/** The known word that a misspelt one most likely stands for; undefined when none is close. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > longestWord) return undefined
  let best: string | undefined
  let allowed = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of known.slice(0, mostCandidates)) {
    if (Math.abs(candidate.length - word.length) >= allowed) continue
    const edits = distance(word.toLowerCase(), candidate.toLowerCase())
    if (edits >= allowed) continue
    best = candidate
    allowed = edits
  }
  return best
}

const longestWord = 40
const mostCandidates = 500

/** Letters to insert, remove or exchange (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const exchanged = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
