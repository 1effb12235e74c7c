import type { Language } from '../text.ts'

const words = {
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  fr: 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
} as const
const small = { en: words.en.split(' '), fr: words.fr.split(' ') }
const tens = { en: ['', '', 'twenty', 'thirty', 'forty', 'fifty'], fr: ['', '', 'vingt', 'trente', 'quarante', 'cinquante'] } as const

/** A whole number from 0 to 59 as it is said: hours, minutes and days of a month. */
export function numberInWords(value: number, language: Language): string {
  const exact = small[language][value]
  if (exact !== undefined) return exact
  const ten = tens[language][Math.floor(value / 10)] ?? String(value)
  const rest = value % 10
  if (rest === 0) return ten
  const unit = small[language][rest] ?? ''
  if (language === 'fr') return rest === 1 ? `${ten} et un` : `${ten}-${unit}`
  return `${ten} ${unit}`
}
