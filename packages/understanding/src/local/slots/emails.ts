import type { SlotRules } from '../languages/slot-rules.ts'
import type { Candidate } from './candidate.ts'
import type { Token, Utterance } from './utterance.ts'

type EmailRules = SlotRules['email']
/** A piece of an address and the tokens it was said in. `end` is exclusive. */
type Piece = { text: string; kind: 'at' | 'mark' | 'word'; from: number; end: number }

const longestPhrase = 3
const nameWords = 4

/** Email addresses, typed or spoken ("john dot smith at example dot com"). */
export function findEmails({ tokens }: Utterance, rules: EmailRules): Candidate<string>[] {
  const typed = tokens.flatMap((token): Candidate<string>[] =>
    /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(token.text)
      ? [{ value: token.text, confidence: 0.97, start: token.start, end: token.start + token.text.length }]
      : [],
  )
  if (typed.length > 0) return typed
  const pieces = piecesOf(tokens, rules)
  return pieces.flatMap(({ kind }, at): Candidate<string>[] => {
    if (kind !== 'at') return []
    const left = nameBefore(pieces, at, rules)
    const right = domainAfter(pieces, at + 1)
    const [first, last] = [tokens[pieces[left.from]?.from ?? -1], tokens[(pieces[right.to - 1]?.end ?? 0) - 1]]
    if (!left.text || !right.text || !first || !last) return []
    return [{ value: `${left.text}@${right.text}`, confidence: 0.88, start: first.start, end: last.start + last.text.length }]
  })
}

function piecesOf(tokens: readonly Token[], { at: ats, marks }: EmailRules): Piece[] {
  const pieces: Piece[] = []
  for (let from = 0; from < tokens.length; ) {
    let piece: Piece | undefined
    for (let length = longestPhrase; length > 0 && !piece; length--) {
      const phrase = tokens.slice(from, from + length)
      if (phrase.length < length) continue
      const words = phrase.map(({ text }) => text).join(' ')
      const mark = marks[words]
      if (ats.has(words)) piece = { text: '@', kind: 'at', from, end: from + length }
      else if (mark !== undefined) piece = { text: mark, kind: 'mark', from, end: from + length }
    }
    piece ??= { text: tokens[from]?.text ?? '', kind: 'word', from, end: from + 1 }
    pieces.push(piece)
    from = piece.end
  }
  return pieces
}

function nameBefore(pieces: readonly Piece[], at: number, { outside }: EmailRules): { text: string; from: number } {
  let from = at
  let plain = 0
  while (from > 0 && at - from < 40) {
    const { text = '', kind = 'word' } = pieces[from - 1] ?? {}
    const next = pieces[from]
    const isLetter = text.length === 1 && (next?.kind === 'mark' || (next?.kind === 'word' && next.text.length === 1))
    if (kind === 'at' || (outside.has(text) && !isLetter) || !/^[\w.+-]*$/.test(text)) break
    if (kind === 'word' && text.length > 1 && !/^\d+$/.test(text) && ++plain > nameWords) break
    from--
  }
  const text = pieces
    .slice(from, at)
    .map((piece) => piece.text)
    .join('')
    .replace(/^[.+-]+|[.+-]+$/g, '')
  return { text, from }
}

function domainAfter(pieces: readonly Piece[], from: number): { text: string; to: number } {
  let to = from
  let text = ''
  while (to < pieces.length && to - from < 12) {
    const piece = pieces[to]
    if (!piece || piece.kind === 'at') break
    const goesOn = piece.kind === 'mark' || text === '' || /[.-]$/.test(text) || /^[a-z0-9]$/.test(piece.text)
    if (!goesOn && /\.[a-z]{2,}$/.test(text)) break
    text += piece.text
    to++
  }
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(text) ? { text, to } : { text: '', to }
}
