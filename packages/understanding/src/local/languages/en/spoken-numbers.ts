import type { ReadNumber } from '../slot-rules.ts'

const ones = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const teens = ['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const irregularOrdinals: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fifth: 5, eighth: 8, ninth: 9, twelfth: 12 }

const cardinals = new Map<string, number>()
const ordinals = new Map<string, number>(Object.entries(irregularOrdinals))
for (const [value, word] of [...ones, ...teens].entries()) {
  cardinals.set(word, value)
  if (![1, 2, 3, 5, 8, 9, 12].includes(value) && value > 0) ordinals.set(`${word}th`, value)
}
tens.forEach((word, index) => {
  cardinals.set(word, (index + 2) * 10)
  ordinals.set(`${word.slice(0, -1)}ieth`, (index + 2) * 10)
})
cardinals.set('fourty', 40)

/** Reads a spelled number at this word; digits and other words give undefined (they stay as they are). Digits said one by one stay apart. */
export function readNumber(words: readonly string[], at: number): ReadNumber | undefined {
  const large = largeNumber(words, at)
  if (large) return large
  const article = words[at] === 'a' ? 1 : 0
  const isRound =
    /^(?:hundred|thousand|million)$/.test(words[at + article] ?? '') && !/^(?:several|few|many|couple)$/.test(words[at - 1] ?? '')
  const first = isRound ? { value: 1, length: article, ordinal: false } : small(words, at)
  if (!first) return undefined
  if (first.ordinal) return { text: withSuffix(first.value), length: first.length }
  const hundreds = multiplied(words, at, first)
  const point = words[at + hundreds.length] === 'point' ? decimals(words, at + hundreds.length + 1) : undefined
  if (point) return scaled(words, at, Number(`${hundreds.value}.${point.digits}`), hundreds.length + 1 + point.length)
  const half = hundreds.value >= 1000 && words.slice(at + hundreds.length, at + hundreds.length + 3).join(' ') === 'and a half'
  return half
    ? { text: String(hundreds.value * 1.5), length: hundreds.length + 3 }
    : { text: String(hundreds.value), length: hundreds.length }
}

/** English ordinal: 1st, 2nd, 23rd, 12th. */
export function withSuffix(value: number): string {
  const teen = value % 100 > 10 && value % 100 < 14
  return `${value}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`
}

type Small = { value: number; length: number; ordinal: boolean }

function small(words: readonly string[], at: number): Small | undefined {
  const word = words[at] ?? ''
  const value = cardinals.get(word)
  if (value === undefined) {
    const ordinal = ordinals.get(word)
    const isMoment = word === 'second' && /^(?:a|one|just|per|every)$/.test(words[at - 1] ?? '')
    return ordinal === undefined || isMoment ? undefined : { value: ordinal, length: 1, ordinal: true }
  }
  if (value < 20) return { value, length: 1, ordinal: false }
  const next = words[at + 1] ?? ''
  const unit = cardinals.get(next)
  if (unit !== undefined && unit > 0 && unit < 10) return { value: value + unit, length: 2, ordinal: false }
  const ordinalUnit = ordinals.get(next)
  if (ordinalUnit !== undefined && ordinalUnit < 10) return { value: value + ordinalUnit, length: 2, ordinal: true }
  return { value, length: 1, ordinal: false }
}

function multiplied(words: readonly string[], at: number, first: Small): { value: number; length: number } {
  let total = 0
  let group = first.value
  let length = first.length
  for (let rounds = 0; rounds < 6; rounds++) {
    const word = words[at + length]
    if (word === 'hundred') group *= 100
    else if (scaleOf(word, group) > 1) {
      total += group * scaleOf(word, group)
      group = 0
    } else break
    length++
    const skipsAnd = words[at + length] === 'and' ? 1 : 0
    const more = small(words, at + length + skipsAnd)
    if (!more) continue
    if (more.ordinal || (!skipsAnd && isDigitByDigit(words, at + length))) break
    group += more.value
    length += skipsAnd + more.length
  }
  return { value: total + group, length }
}

/** What a word after a number makes of it; a single letter does only after a number that is no digit. */
function scaleOf(word: string | undefined, number: number): number {
  if (word === 'million') return 1_000_000
  return word === 'thousand' || word === 'grand' || (word === 'k' && number >= 10) ? 1000 : 1
}

/** "350 thousand", "300k", "half a million". */
function largeNumber(words: readonly string[], at: number): ReadNumber | undefined {
  const part = /^(?:half|(?:a )?quarter of) a million\b/.exec(words.slice(at, at + 5).join(' '))?.[0]
  if (part) return { text: part.startsWith('half') ? '500000' : '250000', length: part.split(' ').length }
  const [, digits, k] = /^(\d+(?:\.\d+)?)(k?)$/.exec(words[at] ?? '') ?? []
  if (digits === undefined) return undefined
  if (k) return { text: String(Number(digits) * 1000), length: 1 }
  return scaleOf(words[at + 1], Number(digits)) > 1 ? scaled(words, at, Number(digits), 1) : undefined
}

/** A number of so many words, with the scale that follows it, if one does. */
function scaled(words: readonly string[], at: number, number: number, length: number): ReadNumber {
  const scale = scaleOf(words[at + length], number)
  return scale > 1 ? { text: String(Math.round(number * scale)), length: length + 1 } : { text: String(number), length }
}

/** "Eight hundred five five five" is dictated in digits. */
const isDigitByDigit = (words: readonly string[], at: number) =>
  [words[at], words[at + 1]].every((word) => word === 'oh' || (cardinals.get(word ?? '') ?? 10) < 10)

function decimals(words: readonly string[], at: number): { digits: string; length: number } | undefined {
  let digits = ''
  let length = 0
  while (length < 4) {
    const value = cardinals.get(words[at + length] ?? '')
    if (value === undefined || value > 99) break
    digits += value
    length++
  }
  return length > 0 ? { digits, length } : undefined
}
