import type { Language } from '../text.ts'

const conjunctions = { en: { and: 'and', or: 'or' }, fr: { and: 'et', or: 'ou' } } as const

/** "a, b and c" / "a, b ou c"; what is empty is left out. */
export function listInWords(items: readonly string[], conjunction: 'and' | 'or', language: Language): string {
  const words = items.filter((item) => item !== '')
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunctions[language][conjunction]} ${last}`
}
