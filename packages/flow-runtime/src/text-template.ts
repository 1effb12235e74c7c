import { type SpokenFormat, spokenFormats } from './spoken-forms/spoken-value.ts'

/** A piece of a text: words as they are, or an expression to be filled in, with its place in the text. */
export type TextPart = { words: string } | { expression: string; format?: SpokenFormat; badFormat?: string; start: number }

const cacheLimit = 5000
const cache = new Map<string, readonly TextPart[]>()

/** Splits `Until {{ day | weekday }}.` into words and expressions. */
export function textParts(template: string): readonly TextPart[] {
  const known = cache.get(template)
  if (known) return known
  const parts: TextPart[] = []
  let from = 0
  for (const match of template.matchAll(/\{\{(.*?)\}\}/gs)) {
    if (match.index > from) parts.push({ words: template.slice(from, match.index) })
    parts.push(expressionPart(match[1] ?? '', match.index))
    from = match.index + match[0].length
  }
  if (from < template.length) parts.push({ words: template.slice(from) })
  if (cache.size >= cacheLimit) cache.clear()
  cache.set(template, parts)
  return parts
}

/** Whether every word of the text is fixed when it is published. */
export const isFixedText = (template: string) => !template.includes('{{')

function expressionPart(inner: string, start: number): TextPart {
  const named = /^(.*[^|])\|\s*([A-Za-z]+)\s*$/s.exec(inner)
  if (!named) return { expression: inner.trim(), start }
  const format = spokenFormats.find((name) => name === named[2])
  const expression = (named[1] ?? '').trim()
  return format ? { expression, format, start } : { expression, badFormat: named[2], start }
}
