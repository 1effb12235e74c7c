import type { Language } from '@parley/flow-runtime'

const abbreviations: Readonly<Record<Language, RegExp>> = {
  en: /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|vs|etc|approx|ext|e\.g|i\.e|a\.m|p\.m|[A-Z]|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/,
  fr: /(?:^|[\s(])(?:M|MM|Mme|Mlle|Dr|Pr|Me|St|Ste|etc|env|tél|av|bd|p\. ?ex|c\.-à-d|n|[A-Z]|janv|févr|avr|juil|sept|oct|nov|déc)$/,
}
/** The first clause is short, so that the first sound comes early; later ones are long enough for a natural melody. */
const commaAfter = { first: 14, later: 60 }
/** A clause without any end is cut between two words. */
const mostCharacters = 240
const closers: Readonly<Record<string, string>> = { '«': '»', '“': '”', '(': ')', '[': ']' }

/**
 * Cuts a text that is still being written into clauses: at ends of sentences, at line ends, and at commas once enough stands before them;
 * never inside a number, after an abbreviation, or within quotes, brackets and code.
 */
export function createClauseCutter(language: Language) {
  let rest = ''
  let isFirst = true

  function take(end: number): string {
    const clause = rest.slice(0, end).trim()
    rest = rest.slice(end)
    if (clause !== '') isFirst = false
    return clause
  }

  function cutAt(): number | undefined {
    const open: string[] = []
    let inCode = false
    for (let at = 0; at < rest.length; at += 1) {
      const character = rest[at] ?? ''
      if (rest.startsWith('```', at)) {
        inCode = !inCode
        at += 2
        continue
      }
      if (inCode) continue
      if (open.at(-1) === character) open.pop()
      else if (character === '"') open.push('"')
      else if (closers[character]) open.push(closers[character] ?? '')
      if (character === '\n' && rest.slice(0, at).trim() !== '') return at + 1
      const next = rest[at + 1]
      if (next === undefined) break
      if (open.length === 0 && /\s/.test(next) && ends(at)) return at + 1
    }
    if (inCode || rest.length < mostCharacters) return undefined
    const space = rest.lastIndexOf(' ', mostCharacters)
    return space > 0 ? space + 1 : mostCharacters
  }

  /** Whether a clause ends with this character, which a space follows. */
  function ends(at: number): boolean {
    const before = rest.slice(0, at)
    const character = rest[at] ?? ''
    const after = rest.slice(at + 1).trimStart()
    // "Come!" he said: goes on in small letters.
    if (/["»”)\]]/.test(character)) return /[.!?…]\s?$/.test(before) && /^[^\p{Ll}]/u.test(after)
    if (/[!?…]/.test(character)) return /[\p{L}\p{N}]/u.test(before)
    if (character === '.') return before.trim() !== '' && !abbreviations[language].test(before) && !isNumbering(before, after)
    const isBetweenNumbers = /\d\s*$/.test(before) && /^\s*\d/.test(rest.slice(at + 1))
    if (!/[,;:–—]/.test(character) || isBetweenNumbers || after === '') return false
    return before.trim().length >= (isFirst ? commaAfter.first : commaAfter.later)
  }

  return {
    /** The clauses that are complete with what is added. */
    add(text: string): string[] {
      rest += text
      const clauses: string[] = []
      for (let end = cutAt(); end !== undefined; end = cutAt()) {
        const clause = take(end)
        if (clause !== '') clauses.push(clause)
      }
      return clauses
    },
    /** What is left when the text is over. */
    end: (): string[] => [take(rest.length)].filter((clause) => clause !== ''),
  }
}

/** "1." or "a." before the words of a line; "No." before a figure. */
const isNumbering = (before: string, after: string) =>
  /(?:^|\n)\s*(?:\d{1,3}|[A-Za-z])$/.test(before) || (/\b(?:No|Nos)$/.test(before) && /^(?:\d|$)/.test(after))
