import type { UiText } from '../text.ts'
import { foundWords, kindWords, same } from './expected-words.ts'

/** Where a text stops being JSON (line and column from 1) and what JSON (RFC 8259) wants there. */
export type JsonFault = { line: number; column: number; expected: UiText; found: UiText }

type Wanted = 'value' | 'valueOrEnd' | 'name' | 'nameOrEnd' | 'colon' | 'commaOrEnd' | 'nothing'

const wantedWords: Record<Wanted, UiText> = {
  value: { en: 'a value', fr: 'une valeur' },
  valueOrEnd: { en: 'a value or ]', fr: 'une valeur ou ]' },
  name: { en: 'a name in double quotes', fr: 'un nom entre guillemets doubles' },
  nameOrEnd: { en: 'a name in double quotes or }', fr: 'un nom entre guillemets doubles ou }' },
  colon: same(':'),
  commaOrEnd: { en: 'a comma or the closing bracket', fr: 'une virgule ou le crochet fermant' },
  nothing: { en: 'the end', fr: 'la fin' },
}
const endOfText: UiText = { en: 'the end of the file', fr: 'la fin du fichier' }
const whitespace = ' \t\n\r'
const word = /(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)/y
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/** undefined when the text is JSON. Engines word and place their own errors differently; this is the same everywhere. */
export function jsonFault(text: string): JsonFault | undefined {
  const open: ('[' | '{')[] = []
  let wanted: Wanted = 'value'
  let at = 0
  const faultAt = (index: number, expected: UiText): JsonFault => {
    const lines = text.slice(0, index).split(/\r\n|\n|\r/)
    const found = index < text.length ? foundWords(String.fromCodePoint(text.codePointAt(index) ?? 0)) : endOfText
    return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, expected, found }
  }
  const afterValue = (): Wanted => (open.length === 0 ? 'nothing' : 'commaOrEnd')

  for (;;) {
    while (at < text.length && whitespace.includes(text.charAt(at))) at++
    if (at >= text.length) return wanted === 'nothing' ? undefined : faultAt(at, wantedWords[wanted])
    const char = text.charAt(at)
    const takesValue: boolean = wanted === 'value' || wanted === 'valueOrEnd'
    const takesName: boolean = wanted === 'name' || wanted === 'nameOrEnd'
    const closes: boolean =
      (char === ']' && open.at(-1) === '[' && (wanted === 'valueOrEnd' || wanted === 'commaOrEnd')) ||
      (char === '}' && open.at(-1) === '{' && (wanted === 'nameOrEnd' || wanted === 'commaOrEnd'))

    if (closes) {
      open.pop()
      at++
      wanted = afterValue()
    } else if (char === '"' && (takesValue || takesName)) {
      const end = stringEnd(text, at)
      if (!end.closed) return faultAt(end.at, end.at < text.length ? kindWords('string') : same('"'))
      at = end.at
      wanted = takesName ? 'colon' : afterValue()
    } else if (takesValue && (char === '[' || char === '{')) {
      open.push(char)
      at++
      wanted = char === '[' ? 'valueOrEnd' : 'nameOrEnd'
    } else if (char === ':' && wanted === 'colon') {
      at++
      wanted = 'value'
    } else if (char === ',' && wanted === 'commaOrEnd') {
      at++
      wanted = open.at(-1) === '{' ? 'name' : 'value'
    } else {
      word.lastIndex = at
      const literal: string | undefined = takesValue ? word.exec(text)?.[0] : undefined
      if (literal === undefined) return faultAt(at, wantedWords[wanted])
      at += literal.length
      wanted = afterValue()
    }
  }
}

/** Behind the closing quote, or where the string breaks: an unknown escape, a raw control character, the end. */
function stringEnd(text: string, start: number): { at: number; closed: boolean } {
  let at = start + 1
  while (at < text.length) {
    const char = text.charAt(at)
    if (char === '"') return { at: at + 1, closed: true }
    if (char < ' ') return { at, closed: false }
    if (char === '\\') {
      escaped.lastIndex = at
      const found = escaped.exec(text)
      if (!found) return { at, closed: false }
      at += found[0].length
    } else at++
  }
  return { at, closed: false }
}
