/** How likely the letters of a text are in a language: log-likelihood of its three-letter pieces, of at most 40 of them. */
export type PieceModel = { likelihood(text: string): number }

const size = 3
const piecesAtMost = 40
const smoothing = 0.5
/** About how many different pieces a language has. */
const vocabularySize = 4000

/** Counts the pieces of sample texts. */
export function createPieceModel(texts: readonly string[]): PieceModel {
  const counts = new Map<string, number>()
  let total = 0
  for (const text of texts) {
    for (const piece of piecesOf(text)) {
      counts.set(piece, (counts.get(piece) ?? 0) + 1)
      total++
    }
  }
  const logOf = (piece: string) => Math.log(((counts.get(piece) ?? 0) + smoothing) / (total + smoothing * vocabularySize))
  return {
    likelihood: (text) =>
      piecesOf(text)
        .slice(0, piecesAtMost)
        .reduce((sum, piece) => sum + logOf(piece), 0),
  }
}

function piecesOf(text: string): string[] {
  const plain = ` ${text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}']+/gu, ' ')
    .trim()} `
  return Array.from({ length: Math.max(0, plain.length - size + 1) }, (_, at) => plain.slice(at, at + size))
}
