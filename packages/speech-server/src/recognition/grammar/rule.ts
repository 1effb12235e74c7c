/** A recognition grammar as data. A string is words in order. `many`: once or more often. `weights`: how likely each alternative is. */
export type Rule =
  | string
  | { all: readonly Rule[] }
  | { any: readonly Rule[]; weights?: readonly number[] }
  | { maybe: Rule }
  | { many: Rule }

export const all = (...parts: Rule[]): Rule => ({ all: parts })
export const any = (...parts: Rule[]): Rule => ({ any: parts })
export const maybe = (...parts: Rule[]): Rule => ({ maybe: parts.length === 1 && parts[0] !== undefined ? parts[0] : { any: parts } })
export const many = (part: Rule): Rule => ({ many: part })
/** One of the words or phrases of a text separated by `|`. */
export const oneOf = (text: string): Rule => ({ any: text.split('|').map((part) => part.trim()) })

/** Alternatives in order of frequency: the n-th is 1/n as likely as the first. */
export const byFrequency = (words: readonly string[]): Rule => ({ any: words, weights: words.map((_, rank) => 1 / (rank + 1)) })

/** The rule as a JSGF expansion. */
export function expansion(rule: Rule): string {
  if (typeof rule === 'string') return rule
  if ('all' in rule) return rule.all.map(expansion).join(' ')
  if ('any' in rule) {
    return `(${rule.any.map((part, index) => (rule.weights ? `/${rule.weights[index]?.toFixed(4)}/ ${expansion(part)}` : expansion(part))).join('|')})`
  }
  if ('maybe' in rule) return `[${expansion(rule.maybe)}]`
  return `(${expansion(rule.many)})+`
}

/** Every word a rule can produce. */
export function wordsOf(rule: Rule, into = new Set<string>()): Set<string> {
  if (typeof rule === 'string') for (const word of rule.split(' ')) into.add(word)
  else if ('all' in rule) for (const part of rule.all) wordsOf(part, into)
  else if ('any' in rule) for (const part of rule.any) wordsOf(part, into)
  else wordsOf('maybe' in rule ? rule.maybe : rule.many, into)
  into.delete('')
  return into
}

/** The rule without what cannot be pronounced; null when nothing is left. */
export function without(rule: Rule, unknown: ReadonlySet<string>): Rule | null {
  if (unknown.size === 0) return rule
  if (typeof rule === 'string') return rule.split(' ').some((word) => unknown.has(word)) ? null : rule
  if ('any' in rule) {
    const parts = rule.any.map((part) => without(part, unknown))
    const kept = parts.flatMap((part) => part ?? [])
    return kept.length === 0 ? null : { any: kept, weights: rule.weights?.filter((_, index) => parts[index] !== null) }
  }
  if ('all' in rule) {
    const parts = rule.all.map((part) => without(part, unknown))
    return parts.some((part) => part === null) ? null : { all: parts.flatMap((part) => part ?? []) }
  }
  if ('maybe' in rule) {
    const part = without(rule.maybe, unknown)
    return part === null ? { all: [] } : { maybe: part }
  }
  const part = without(rule.many, unknown)
  return part === null ? null : { many: part }
}
