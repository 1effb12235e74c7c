import type { Expectation, Language } from '@parley/flow-runtime'

/** What a listener says to show that they listen, as recognisers write it. */
const words: Record<Language, ReadonlySet<string>> = {
  en: new Set([
    'uh-huh',
    'uh huh',
    'mhm',
    'mm-hmm',
    'mm hmm',
    'mm',
    'hm',
    'hmm',
    'yeah',
    'yep',
    'yes',
    'ok',
    'okay',
    'right',
    'i see',
    'sure',
    'got it',
    'alright',
    'ah',
    'oh',
    'uh',
    'um',
  ]),
  fr: new Set([
    'mm',
    'mmh',
    'hm',
    'hmm',
    'hum',
    'ouais',
    'oui',
    'ok',
    "d'accord",
    'daccord',
    'ah',
    'oh',
    'euh',
    'je vois',
    'bien',
    'ah oui',
    'ah bon',
    'voilà',
  ]),
}
/** Where these words are an answer. */
const answers: ReadonlySet<Expectation['kind']> = new Set(['yesNo', 'boolean', 'choice'])

/** Whether words spoken over the agent only show that somebody listens, so that the agent goes on. */
export function isBackchannel(text: string, kind: Expectation['kind'], language: Language): boolean {
  if (answers.has(kind)) return false
  const plain = text
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/[.,!?…]/g, '')
    .trim()
  return words[language].has(plain) || plain.split(/\s+/).every((word) => words[language].has(word))
}
