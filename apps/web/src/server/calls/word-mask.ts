import type { JournalEntry } from '@parley/flow-runtime'
import { personalValues } from './personal-values.ts'

export const mask = '•••'

/** Replaces every personal value of a call, and the words it was heard in, in a text. `names`: the personal variables. */
export function wordMask(entries: readonly JournalEntry[], names: ReadonlySet<string>): (text: string) => string {
  const values = personalValues(entries, names)
  if (values.length === 0) return (text) => text
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${values.map(escapePattern).join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  return (text) => text.replace(pattern, mask)
}

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
