import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js'
import type { SlotRules } from '../languages/slot-rules.ts'
import type { Candidate } from './candidate.ts'
import type { Utterance } from './utterance.ts'

type PhoneRules = SlotRules['phone']

/** Telephone numbers, said digit by digit, in pairs or typed, as E.164; numbers without a country code belong to the region. */
export function findPhones({ tokens }: Utterance, rules: PhoneRules): Candidate<string>[] {
  const words = tokens.map((token) => token.text)
  const found: Candidate<string>[] = []
  for (let at = 0; at < tokens.length; ) {
    const run = digitsFrom(words, at, rules)
    const [first, last] = [tokens[at], tokens[at + run.length - 1]]
    if (first && last && run.digits.replace('+', '').length >= 7) {
      const number = toE164(run.digits, rules.region)
      if (number) found.push({ ...number, start: first.start, end: last.start + last.text.length })
    }
    at += Math.max(1, run.length)
  }
  return found
}

/** Incomplete numbers keep what was heard at a confidence below any sensible threshold, so that the rest is asked for. */
function toE164(digits: string, region: CountryCode): { value: string; confidence: number } | undefined {
  const dialled = digits.replace(/^00(?=[1-9])/, '+').replace(/^011(?=[1-9]\d{8})/, '+')
  const number = parsePhoneNumberFromString(dialled, region)
  if (!number) return undefined
  if (number.isValid()) return { value: number.number, confidence: 0.95 }
  return { value: number.number, confidence: number.isPossible() ? 0.6 : 0.4 }
}

function digitsFrom(words: readonly string[], from: number, { repeats, zero, joining }: PhoneRules): { digits: string; length: number } {
  let digits = ''
  let at = from
  let length = 0
  while (at < words.length) {
    const word = words[at] ?? ''
    const times = repeats[word]
    const next = words[at + 1] ?? ''
    if (times && (/^\d$/.test(next) || zero.has(next))) {
      digits += (zero.has(next) ? '0' : next).repeat(times)
      at += 2
    } else if (word === 'plus' && digits === '') {
      digits = '+'
      at++
    } else if (/^\+?\d[\d.\-/]*$/.test(word)) {
      digits += word.replace(/[.\-/]/g, '')
      at++
    } else if (zero.has(word)) {
      digits += '0'
      at++
    } else if (digits !== '' && joining.has(word)) {
      at++
      continue
    } else break
    length = at - from
  }
  return { digits, length }
}
