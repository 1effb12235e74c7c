import type { JournalEntry } from '@parley/flow-runtime'
import { personalValues } from './personal-values.ts'

const mask = '•••'
/** Fields whose values are codes and ids of the product. */
const ownWords = new Set([
  'kind',
  'type',
  'code',
  'id',
  'effectId',
  'taskId',
  'nodeId',
  'nextNodeId',
  'at',
  'outcome',
  'status',
  'tool',
  'engine',
  'stage',
])
/** Records of a person: nothing in them is shown, whatever its name. */
const records: ReadonlySet<string> = new Set(['contact', 'lead'])

/** The journal with every personal value, and the words it came from, replaced wherever they stand. */
export function maskEntries(entries: readonly JournalEntry[], personalNames: readonly string[]): JournalEntry[] {
  const names = new Set(personalNames)
  const values = personalValues(entries, names)
  const pattern =
    values.length > 0 ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${values.map(escapePattern).join('|')})(?![\\p{L}\\p{N}])`, 'giu') : undefined
  const masked = (value: unknown, key?: string): unknown => {
    if (key !== undefined && names.has(key) && value !== null) return mask
    // What the product itself wrote says nothing of anybody, even where it looks like a name.
    if (key !== undefined && ownWords.has(key)) return value
    if (typeof value === 'string') return pattern ? value.replace(pattern, mask) : value
    if (Array.isArray(value)) return value.map((item) => masked(item))
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, records.has(name) ? {} : masked(item, name)]))
    }
    return value
  }
  // The shape stays as it is: only strings and personal values are replaced.
  return entries.map((entry) => masked(entry) as JournalEntry)
}

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
