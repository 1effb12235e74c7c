import { clausesOf } from '@parley/flow-runtime/clauses-of'

/** A piece of a speech: whole clauses of it, from one border to another. `known`: words that were known when the flow was published. */
export type SpeechPiece = { text: string; known: boolean }

/**
 * The text as known pieces and what is between them; pieces begin and end where a speaker may pause, so that the changing words keep the
 * intonation of their clause. The longest known run of clauses counts. Joined by the space between them the pieces are the text.
 */
export function splitSpeech(text: string, known: ReadonlySet<string>): SpeechPiece[] {
  const clauses = clausesOf(text)
  const pieces: SpeechPiece[] = []
  let live: number | undefined
  const close = (end: number | undefined) => {
    if (live !== undefined && end !== undefined) pieces.push({ text: text.slice(live, end), known: false })
    live = undefined
  }
  for (let i = 0; i < clauses.length; ) {
    const start = clauses[i]?.start ?? 0
    const last = clauses.findLastIndex(({ end }, j) => j >= i && known.has(text.slice(start, end)))
    if (last < i) {
      live ??= start
      i += 1
      continue
    }
    close(clauses[i - 1]?.end)
    pieces.push({ text: text.slice(start, clauses[last]?.end), known: true })
    i = last + 1
  }
  close(clauses.at(-1)?.end)
  return pieces
}
