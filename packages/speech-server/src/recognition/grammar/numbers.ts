import { all, any, maybe, oneOf, type Rule } from './rule.ts'

const UNITS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const TEENS = ['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

export const unit = any(...UNITS)
const tens = any(...TENS)
export const belowHundred: Rule = any(unit, any(...TEENS), all(tens, maybe(unit)))
const belowThousand: Rule = any(belowHundred, all(any('a', unit), 'hundred', maybe(all(maybe('and'), belowHundred))))

/** Cardinals to 999,999, and "half", "a dozen". */
export const cardinal: Rule = any(
  'zero',
  belowThousand,
  all(any('a', belowHundred), 'thousand', maybe(all(maybe('and'), belowThousand))),
  'a dozen',
)

/** "first" to "thirty first". */
export const ordinalDay: Rule = any(
  oneOf('first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth'),
  oneOf('seventeenth|eighteenth|nineteenth|twentieth|thirtieth|thirty first'),
  all('twenty', oneOf('first|second|third|fourth|fifth|sixth|seventh|eighth|ninth')),
)

export const digit: Rule = any('zero', 'oh', ...UNITS)

/** A whole number below a million in words: 42 → "forty two". */
export function numberInWords(value: number): string {
  if (value === 0) return 'zero'
  if (value >= 1000)
    return [numberInWords(Math.floor(value / 1000)), 'thousand', value % 1000 ? numberInWords(value % 1000) : ''].join(' ').trim()
  if (value >= 100) return [UNITS[Math.floor(value / 100) - 1], 'hundred', value % 100 ? numberInWords(value % 100) : ''].join(' ').trim()
  if (value >= 20) return [TENS[Math.floor(value / 10) - 2], value % 10 ? UNITS[(value % 10) - 1] : ''].join(' ').trim()
  return value >= 10 ? (TEENS[value - 10] ?? '') : (UNITS[value - 1] ?? '')
}
