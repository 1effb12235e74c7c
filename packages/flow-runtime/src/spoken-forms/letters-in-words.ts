import type { Language } from '../text.ts'

const marks = {
  en: { '-': 'dash', _: 'underscore', '.': 'dot', '/': 'slash', '#': 'hash', "'": 'apostrophe', '’': 'apostrophe' },
  fr: { '-': 'tiret', _: 'tiret du bas', '.': 'point', '/': 'barre oblique', '#': 'dièse', "'": 'apostrophe', '’': 'apostrophe' },
} as const

/** Combining accents (Unicode, decomposed form) as they are named after their letter. */
const accents: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  '\u0300': { en: 'grave', fr: 'accent grave' },
  '\u0301': { en: 'acute', fr: 'accent aigu' },
  '\u0302': { en: 'circumflex', fr: 'accent circonflexe' },
  '\u0303': { en: 'tilde', fr: 'tilde' },
  '\u0308': { en: 'umlaut', fr: 'tréma' },
  '\u0327': { en: 'cedilla', fr: 'cédille' },
}

const isMark = (mark: string): mark is keyof (typeof marks)['en'] => mark in marks.en

/** A code sign by sign, with a pause after each: "AB-12" → "A, B, dash, 1, 2". What holds nothing to say comes back as it is. */
export function codeInWords(code: string, language: Language): string {
  return [...code.normalize('NFC')].flatMap((sign) => signInWords(sign, language)).join(', ') || code
}

/** A name letter by letter, accents named, a longer pause between words: "Zoé B" → "Z, O, E acute. B". */
export function spelledInWords(name: string, language: Language): string {
  const words = name.split(/\s+/).map((word) => [...word.normalize('NFC')].flatMap((sign) => letterInWords(sign, language)).join(', '))
  return words.filter((word) => word !== '').join('. ') || name
}

function signInWords(sign: string, language: Language): string[] {
  if (isMark(sign)) return [marks[language][sign]]
  return /^[\p{L}\p{N}]$/u.test(sign) ? [sign.toUpperCase()] : []
}

function letterInWords(sign: string, language: Language): string[] {
  const [letter = '', ...combined] = sign.normalize('NFD')
  const named = combined.flatMap((accent) => accents[accent]?.[language] ?? [])
  return signInWords(letter, language).map((word) => [word, ...named].join(' '))
}
