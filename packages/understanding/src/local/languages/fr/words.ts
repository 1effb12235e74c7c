import { fold } from './fold.ts'

const elision = /\b(l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu)'(?=[a-z])/g
const whole = /\b(?:d'accord|aujourd'hui|quelqu'un|d'abord)\b/g
const elided: Readonly<Record<string, string>> = { l: 'le', d: 'de', j: 'je', m: 'me', t: 'te', s: 'se', n: 'ne', c: 'ce', qu: 'que' }

/** Lower-case words without accents and punctuation, elisions written out, digits as one symbol per digit. */
export function wordsOf(text: string): string[] {
  return fold(text.normalize('NFKC').toLowerCase())
    .replace(/[’`]/g, "'")
    .replace(whole, (word) => word.replace("'", ''))
    .replace(elision, (_, short: string) => `${elided[short] ?? short} `)
    .replace(/\brdv\b/g, 'rendez vous')
    .replace(/\bsvp\b/g, 'se il vous plait')
    .replace(/[^a-z0-9]+/g, ' ')
    .split(' ')
    .map((word) => word.replace(/\d/g, '0'))
    .filter((word) => word !== '')
}
