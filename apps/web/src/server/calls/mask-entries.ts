import type { JournalEntry } from '@parley/flow-runtime'
import { mask, wordMask } from './word-mask.ts'

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
  const hide = wordMask(entries, names)
  const masked = (value: unknown, key?: string): unknown => {
    if (key !== undefined && names.has(key) && value !== null) return mask
    // What the product itself wrote says nothing of anybody, even where it looks like a name.
    if (key !== undefined && ownWords.has(key)) return value
    if (typeof value === 'string') return hide(value)
    if (Array.isArray(value)) return value.map((item) => masked(item))
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, records.has(name) ? {} : masked(item, name)]))
    }
    return value
  }
  // The shape stays as it is: only strings and personal values are replaced.
  return entries.map((entry) => masked(entry) as JournalEntry)
}
