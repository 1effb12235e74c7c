import type { JournalEntry, Json } from '@parley/flow-runtime'

const mask = '•••'
/** Fields whose values are codes and ids of the product. */
const ownWords = new Set([
  'kind',
  'type',
  'code',
  'id',
  'effectId',
  'nodeId',
  'nextNodeId',
  'at',
  'outcome',
  'status',
  'tool',
  'engine',
  'stage',
])
/** Shorter values ("1", "am") would tear holes into every other word. */
const shortest = 3

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
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, name === 'contact' ? {} : masked(item, name)]))
    }
    return value
  }
  // The shape stays as it is: only strings and personal values are replaced.
  return entries.map((entry) => masked(entry) as JournalEntry)
}

/** Every value a personal variable ever had, as text, and the words it was heard in; longest first. */
function personalValues(entries: readonly JournalEntry[], names: ReadonlySet<string>): string[] {
  const found = new Set<string>()
  const add = (value: Json | undefined) => {
    const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
    if (text.length >= shortest) found.add(text)
  }
  for (const entry of entries) {
    if (entry.kind === 'step') {
      for (const name of names) add(entry.state.variables[name])
      for (const candidate of entry.decisions.flatMap((decision) => decision.candidates))
        if (names.has(candidate.name)) add(candidate.value)
    }
    if (entry.kind === 'event' && entry.event.type === 'understood') {
      for (const slot of entry.event.result.slots) {
        if (!names.has(slot.name)) continue
        add(slot.value)
        add(slot.raw)
      }
    }
    if (entry.kind === 'event' && entry.event.type === 'callStarted') {
      add(entry.event.facts.contact?.name)
      add(entry.event.facts.contact?.phone)
    }
  }
  return [...found].sort((a, b) => b.length - a.length)
}

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
