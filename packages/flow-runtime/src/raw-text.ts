import { expressionScope } from './expression-scope.ts'
import { compile } from './expressions.ts'
import type { NodeContext } from './node-type.ts'
import { textParts } from './text-template.ts'
import type { Json } from './variables.ts'

/** A text with its values put in, and the expressions that gave none. */
export type RawText = { text: string; missing: string[] }

/** Fills `{{ … }}` with the values as machines write them (`2026-11-24`, `+15550100`), each put through `encode`. */
export function rawText(template: string, context: NodeContext, encode: (value: string) => string = (value) => value): RawText {
  const missing: string[] = []
  const text = textParts(template).map((part) => {
    if ('words' in part) return part.words
    if (!('expression' in part)) return ''
    const compiled = compile(context.head.variables, part.expression)
    const value = compiled.ok ? compiled.evaluate(expressionScope(context)) : undefined
    if (value !== undefined && value !== null) return encode(rawValue(value))
    missing.push(part.expression)
    return ''
  })
  return { text: text.join('').trim(), missing }
}

const rawValue = (value: Json): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))
