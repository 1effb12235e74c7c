import type { Language } from '../text.ts'

const names = {
  en: { '@': 'at', '.': 'dot', '-': 'dash', _: 'underscore', '+': 'plus' },
  fr: { '@': 'arobase', '.': 'point', '-': 'tiret', _: 'tiret du bas', '+': 'plus' },
} as const

const isMark = (mark: string): mark is keyof (typeof names)['en'] => mark in names.en

/** "ada@example.org" → "ada at example dot org" / "ada arobase example point org"; what is no address comes back as it is. */
export function emailInWords(email: string, language: Language): string {
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) return email
  return email.replace(/[@._+-]/g, (mark) => ` ${isMark(mark) ? names[language][mark] : mark} `).trim()
}
