import type { SpokenWord } from '../synthesiser.ts'

type Timed = { text: string; startTime?: number; endTime?: number }

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Makes the words of a text of a plugin's timed pieces: a vendor may give `l'` and `homme` for `l'homme`. */
export function createWholeWords(text: string) {
  const tokens = text.trim().split(/\s+/).map(letters)
  let at = 0
  let open: SpokenWord | undefined

  function close(): SpokenWord[] {
    if (!open) return []
    const word = open
    open = undefined
    at += 1
    return [word]
  }

  return {
    /** The part of the text that was spoken so far, 0 to 1. */
    share: () => at / tokens.length,
    add(pieces: readonly Timed[]): SpokenWord[] {
      return pieces.flatMap(({ text: piece, startTime, endTime }) => {
        const said = piece.trim()
        if (letters(said) === '' || startTime === undefined || endTime === undefined) return []
        const before = open && !(tokens[at] ?? '').startsWith(letters(open.text + said)) ? close() : []
        open = { text: (open?.text ?? '') + said, startMs: open?.startMs ?? startTime * 1_000, endMs: endTime * 1_000 }
        const rest = tokens[at] ?? ''
        const isWhole = !rest.startsWith(letters(open.text)) || rest === letters(open.text)
        return isWhole ? [...before, ...close()] : before
      })
    },
    /** The last word, when the audio has ended. */
    rest: close,
  }
}
