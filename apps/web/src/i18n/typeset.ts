import type { Language } from '@parley/flow-runtime'

/** A sentence whose French marks (« » : ; ? !) stay with their word at the end of a line. */
export const typeset = (text: string): string => text.replace(/« /g, '«\u00a0').replace(/ ([»:;?!])/g, '\u00a0$1')

/** Words between the quotation marks of a language. */
export const quoted: Record<Language, (words: string) => string> = { en: (words) => `“${words}”`, fr: (words) => typeset(`« ${words} »`) }
