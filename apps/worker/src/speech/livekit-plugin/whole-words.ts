import type { SpokenWord } from '../synthesiser.ts'

type Timed = { text: string; startTime?: number; endTime?: number }

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/**
 * Makes the words of a text, as its blanks part it, of a plugin's timed pieces: a vendor may give `l'` and `homme` for `l'homme`, and nothing for
 * a lone `!`.
 */
export function createWholeWords(text: string) {
  const tokens = text.trim().split(/\s+/)
  let at = 0
  let open: SpokenWord | undefined
  const wanted = () => letters(tokens[at] ?? '')

  /** Signs that stand alone are spoken with what is before them. */
  function signs(atMs: number): SpokenWord[] {
    const alone: SpokenWord[] = []
    for (let sign = tokens[at]; sign !== undefined && letters(sign) === ''; sign = tokens[at]) {
      alone.push({ text: sign, startMs: atMs, endMs: atMs })
      at += 1
    }
    return alone
  }

  function close(): SpokenWord[] {
    if (!open) return []
    const word = open
    open = undefined
    at += 1
    return [word, ...signs(word.endMs)]
  }

  return {
    /** The part of the text that was spoken so far, 0 to 1. */
    share: () => at / tokens.length,
    add(pieces: readonly Timed[]): SpokenWord[] {
      return pieces.flatMap(({ text: piece, startTime, endTime }) => {
        const said = piece.trim()
        if (letters(said) === '' || startTime === undefined || endTime === undefined) return []
        const [startMs, endMs] = [startTime * 1_000, endTime * 1_000]
        const before = open && !wanted().startsWith(letters(open.text + said)) ? close() : []
        if (at === 0) before.push(...signs(startMs))
        open = { text: (open?.text ?? '') + said, startMs: open?.startMs ?? startMs, endMs }
        const heard = letters(open.text)
        return heard === wanted() || !wanted().startsWith(heard) ? [...before, ...close()] : before
      })
    },
    /** The last word, when the audio has ended. */
    rest: close,
  }
}
