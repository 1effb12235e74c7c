import type { ReadNumber } from '../slot-rules.ts'

type Number = { value: number; length: number }

const units = new Map<string, number>(
  [
    'zero',
    'un',
    'deux',
    'trois',
    'quatre',
    'cinq',
    'six',
    'sept',
    'huit',
    'neuf',
    'dix',
    'onze',
    'douze',
    'treize',
    'quatorze',
    'quinze',
    'seize',
  ].map((word, value) => [word, value]),
)
units.set('une', 1)
const tens = new Map<string, number>([
  ['vingt', 20],
  ['vingts', 20],
  ['trente', 30],
  ['quarante', 40],
  ['cinquante', 50],
  ['soixante', 60],
  ['septante', 70],
  ['huitante', 80],
  ['octante', 80],
  ['nonante', 90],
])
const ordinals = new Map<string, number>([
  ['premier', 1],
  ['premiere', 1],
  ['second', 2],
  ['seconde', 2],
  ...['deux', 'trois', 'quatr', 'cinqu', 'six', 'sept', 'huit', 'neuv', 'dix', 'onz', 'douz'].map((stem, at): [string, number] => [
    `${stem}ieme`,
    at + 2,
  ]),
])

/** Words that numbers are made of, ordinals left out. */
export const numberWords: ReadonlySet<string> = new Set([...units.keys(), ...tens.keys(), 'cent', 'cents', 'mille', 'million', 'millions'])

/** Of "un", what makes it a number rather than an article. */
const counted = /^(?:heures?|minutes?|jours?|semaines?|mois|ans?|euros?|dollars?|centimes?|personnes?|fois|virgule|millions?)$/
const isNumeric = (word: string | undefined) =>
  word !== undefined && (/^\d+$/.test(word) || word.split('-').every((part) => numberWords.has(part)))

/** Reads a spelled number at this word, hyphenated ("trente-quatre") or not; digits said one by one stay apart. */
export function readNumber(words: readonly string[], at: number): ReadNumber | undefined {
  const word = words[at] ?? ''
  const ordinal = ordinals.get(word)
  if (ordinal !== undefined && !/^(?:une|par|chaque)$/.test(word.startsWith('second') ? (words[at - 1] ?? '') : ''))
    return { text: ordinal === 1 ? '1er' : `${ordinal}e`, length: 1 }
  const large = largeNumber(words, at)
  if (large) return large
  if ((word === 'un' || word === 'une') && isArticle(words, at)) return undefined
  const number = cardinal(words, at)
  if (!number) return undefined
  if (words[at + number.length] === 'virgule') {
    const decimals = belowHundred(words, at + number.length + 1)
    if (decimals) return scaled(words, at, Number(`${number.value}.${decimals.value}`), number.length + 1 + decimals.length)
  }
  const half = number.value >= 1000 && /^et demie?$/.test(words.slice(at + number.length, at + number.length + 2).join(' '))
  if (half) return { text: String(number.value * 1.5), length: number.length + 2 }
  return { text: String(number.value), length: number.length }
}

/** What a word after a number makes of it; a single letter does only after a number that is no digit. */
function scaleOf(word: string | undefined, number: number): number {
  if (word === 'million' || word === 'millions') return 1_000_000
  return word === 'mille' || (word === 'k' && number >= 10) ? 1000 : 1
}

/** "350 mille", "300k", "un demi-million". */
function largeNumber(words: readonly string[], at: number): ReadNumber | undefined {
  const half = /^(?:un )?demi[- ]million/.exec(words.slice(at, at + 3).join(' '))?.[0]
  if (half) return { text: '500000', length: half.split(' ').length }
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

/** A hyphenated number is complete: "trente-quatre vingt-deux" is 34, 22. */
function hyphenated(word: string): Number | undefined {
  const parts = word.split('-')
  const number = parts.every((part) => part === 'et' || numberWords.has(part)) ? cardinal(parts, 0) : undefined
  return number?.length === parts.length ? { value: number.value, length: 1 } : undefined
}

function isArticle(words: readonly string[], at: number): boolean {
  const [before, after] = [words[at - 1], words[at + 1]]
  if (after === undefined)
    return !(before === undefined || isNumeric(before) || /^(?:pour|numero|option|choix|suis|juste|dis|non|oui)$/.test(before))
  return !(counted.test(after) || isNumeric(after))
}

function cardinal(words: readonly string[], at: number): Number | undefined {
  const word = words[at]
  const leads = /^cents?$/.test(word ?? '') || word === 'mille'
  const first = leads ? { value: 1, length: 0 } : belowHundred(words, at)
  if (!first) return undefined
  let total = 0
  let group = first.value
  let length = first.length
  for (let rounds = 0; rounds < 4; rounds++) {
    const unit = words[at + length]
    if (scaleOf(unit, group) > 1 && group > 0) {
      total += group * scaleOf(unit, group)
      group = 0
    } else if (unit && /^cents?$/.test(unit) && group > 0 && group < 20) group *= 100
    else break
    length++
    const hundredFollows = words[at + length] && /^cents?$/.test(words[at + length + 1] ?? '')
    const more = belowHundred(words, at + length)
    if (more && (more.value > 0 || hundredFollows)) {
      if (hundredFollows && group === 0) group = more.value
      else group += more.value
      length += more.length
    } else if (unit === 'mille' && /^cents?$/.test(words[at + length] ?? '')) group = 1
  }
  return { value: total + group, length }
}

function belowHundred(words: readonly string[], at: number): Number | undefined {
  const word = words[at] ?? ''
  if (/^quatre-vingts?$/.test(word)) return withRest(words, at + 1, 80, 1)
  if (word.includes('-')) return withTeen(words, at, hyphenated(word))
  if (isEighty(words, at)) return withRest(words, at + 2, 80, 2)
  const ten = tens.get(word)
  if (ten !== undefined) return withRest(words, at + 1, ten, 1)
  const unit = units.get(word)
  if (unit === undefined) return undefined
  return withTeen(words, at, { value: unit, length: 1 })
}

/** "Dix sept" and "soixante-dix sept". */
function withTeen(words: readonly string[], at: number, number: Number | undefined): Number | undefined {
  if (!number || (number.value !== 10 && number.value !== 70 && number.value !== 90)) return number
  const teen = units.get(words[at + number.length] ?? '') ?? 0
  return teen >= 7 && teen <= 9 ? { value: number.value + teen, length: number.length + 1 } : number
}

const isEighty = (words: readonly string[], at: number) => words[at] === 'quatre' && /^vingts?$/.test(words[at + 1] ?? '')

/** What follows a multiple of ten: 60 and 80 count on to 79 and 99. "Vingt quatre-vingt" said without a hyphen is 20, 80. */
function withRest(words: readonly string[], at: number, base: number, length: number): Number {
  const and = words[at] === 'et' ? 1 : 0
  const next = words[at + and] ?? ''
  if (and === 1 && !/^(?:une?|onze)$/.test(next)) return { value: base, length }
  const goesOn = base === 60 || base === 80
  const rest = isEighty(words, at) || tens.has(next) ? undefined : belowHundred(words, at + and)
  if (!rest || rest.value === 0 || rest.value > (goesOn ? 19 : 9)) return { value: base, length }
  return { value: base + rest.value, length: length + and + rest.length }
}
