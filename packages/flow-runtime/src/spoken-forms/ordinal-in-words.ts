import type { Language } from '../text.ts'
import { numberInWords } from './number-in-words.ts'

const irregular: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
}

/** 3 → "third" / "troisième" (masculine), in words from 1 to 31; "32nd" / "32e" beyond. */
export function ordinalInWords(value: number, language: Language): string {
  if (value < 1 || value > 31) return language === 'fr' ? `${value}e` : `${value}${englishEnding(value)}`
  const words = numberInWords(value, language)
  if (language === 'fr') {
    if (value === 1) return 'premier'
    return `${words.replace(/e$/, '').replace(/cinq$/, 'cinqu').replace(/neuf$/, 'neuv')}ième`
  }
  return words.replace(/[a-z]+$/, (last) => irregular[last] ?? `${last.replace(/y$/, 'ie')}th`)
}

function englishEnding(value: number): string {
  const [tens, units] = [Math.abs(value) % 100, Math.abs(value) % 10]
  if (tens > 10 && tens < 14) return 'th'
  return (['th', 'st', 'nd', 'rd'] as const)[units] ?? 'th'
}
