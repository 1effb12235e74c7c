/** A recognition grammar as data. A string is words in order. `many`: once or more often. */
export type Rule = string | { all: readonly Rule[] } | { any: readonly Rule[] } | { maybe: Rule } | { many: Rule }

export const all = (...parts: Rule[]): Rule => ({ all: parts })
export const any = (...parts: Rule[]): Rule => ({ any: parts })
export const maybe = (...parts: Rule[]): Rule => ({ maybe: parts.length === 1 && parts[0] !== undefined ? parts[0] : { any: parts } })
export const many = (part: Rule): Rule => ({ many: part })
/** One of the words or phrases of a text separated by `|`. */
export const oneOf = (text: string): Rule => ({ any: text.split('|').map((part) => part.trim()) })

/** The rule as a JSGF expansion. */
export function expansion(rule: Rule): string {
  if (typeof rule === 'string') return rule
  if ('all' in rule) return rule.all.map(expansion).join(' ')
  if ('any' in rule) return `(${rule.any.map(expansion).join('|')})`
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
    const parts = rule.any.flatMap((part) => without(part, unknown) ?? [])
    return parts.length === 0 ? null : { any: parts }
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
