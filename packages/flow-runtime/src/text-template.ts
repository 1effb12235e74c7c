import { type SpokenFormat, spokenFormats } from './spoken-forms/spoken-formats.ts'

export type TemplateProblemKind = 'unclosed' | 'unopened' | 'empty' | 'unknownFormat'

/** What is wrong with a text, and where: character positions in it. `words` are the text's own at that place. */
export type TemplateProblem = { kind: TemplateProblemKind; words: string; start: number; end: number }

/** Something to be filled in; `start` is the place of its braces in the text. */
export type ExpressionPart = { expression: string; format?: SpokenFormat; badFormat?: string; start: number }

/** A piece of a text: words as they are, an expression to be filled in, or braces that enclose none. */
export type TextPart = { words: string } | ExpressionPart | { problem: TemplateProblem }

const cacheLimit = 5000
const cache = new Map<string, readonly TextPart[]>()

/** Splits `Until {{ day | weekday }}.` into words and expressions. */
export function textParts(template: string): readonly TextPart[] {
  const known = cache.get(template)
  if (known) return known
  const parts = split(template)
  if (cache.size >= cacheLimit) cache.clear()
  cache.set(template, parts)
  return parts
}

/** Whether every word of the text is fixed when it is published. */
export const isFixedText = (template: string) => !template.includes('{{')

/** Everything wrong with the braces and the named forms of a text, in order; what is inside the expressions is not looked at. */
export function templateProblems(template: string): TemplateProblem[] {
  return textParts(template).flatMap((part): TemplateProblem[] => {
    if ('problem' in part) return [part.problem]
    if ('words' in part || part.badFormat === undefined) return []
    const { badFormat: words } = part
    const start = template.lastIndexOf(words, template.indexOf('}}', part.start))
    return [{ kind: 'unknownFormat', words, start, end: start + words.length }]
  })
}

function split(template: string): TextPart[] {
  const parts: TextPart[] = []
  let words = 0
  const cut = (part: TextPart, start: number, end: number) => {
    if (start > words) parts.push({ words: template.slice(words, start) })
    parts.push(part)
    words = end
  }
  const broken = (kind: TemplateProblemKind, start: number, end: number) =>
    cut({ problem: { kind, words: template.slice(start, end), start, end } }, start, end)

  for (const {
    0: { length },
    1: inner,
    index,
  } of template.matchAll(/\{\{((?:(?!\{\{).)*?)\}\}|\{\{|\}\}/gs)) {
    const end = index + length
    if (inner === undefined) broken(template.startsWith('{', index) ? 'unclosed' : 'unopened', index, end)
    else if (/^\s*(?:\||$)/.test(inner)) broken('empty', index, end)
    else cut(expressionPart(inner, index), index, end)
  }
  if (words < template.length) parts.push({ words: template.slice(words) })
  return parts
}

function expressionPart(inner: string, start: number): TextPart {
  const named = /^(.*[^|])\|\s*([A-Za-z]+)\s*$/s.exec(inner)
  if (!named) return { expression: inner.trim(), start }
  const format = spokenFormats.find((name) => name === named[2])
  const expression = (named[1] ?? '').trim()
  return format ? { expression, format, start } : { expression, badFormat: named[2], start }
}
