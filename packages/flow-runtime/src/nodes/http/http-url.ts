import { expressionScope } from '../../expression-scope.ts'
import { compile } from '../../expressions.ts'
import type { NodeContext } from '../../node-type.ts'
import { textParts } from '../../text-template.ts'

/** Scheme and host, written out: up to the first slash, question mark or hash nothing is filled in. */
const fixedOrigin = /^https?:\/\/[^\s/?#{}\\]+(?:[/?#]|$)/i
/** Every parser of addresses (WHATWG URL) takes these for steps up or in place, also when they are percent-encoded. */
const dotSegment = /^(?:\.|%2e){1,2}$/i

/** Whether an address says by itself where it leads: a value can only stand after the host. */
export const hasFixedOrigin = (template: string): boolean => fixedOrigin.test(template.trim())

export type FilledUrl = { url: string } | { problem: 'originNotFixed' | 'stepsUp' } | { problem: 'valueMissing'; missing: string[] }

/** The address with its values, each percent-encoded; nothing where a value is not known or would lead to another path. */
export function filledUrl(template: string, context: NodeContext): FilledUrl {
  if (!hasFixedOrigin(template)) return { problem: 'originNotFixed' }
  const { text, missing } = filled(template.trim(), context)
  if (missing.length > 0) return { problem: 'valueMissing', missing }
  const path = (text.split(/[?#]/)[0] ?? '').split('/')
  return path.some((segment) => dotSegment.test(segment)) ? { problem: 'stepsUp' } : { url: text.replaceAll(' ', '%20') }
}

function filled(template: string, context: NodeContext): { text: string; missing: string[] } {
  const scope = expressionScope(context)
  const missing: string[] = []
  const text = textParts(template).map((part) => {
    if ('words' in part) return part.words
    if (!('expression' in part)) return ''
    const compiled = compile(context.head.variables, part.expression)
    const value = compiled.ok ? (compiled.evaluate(scope) ?? undefined) : undefined
    if (value === undefined) missing.push(part.expression)
    return encodeValue(typeof value === 'object' ? JSON.stringify(value) : String(value ?? ''))
  })
  return { text: text.join(''), missing }
}

/** Half a surrogate pair, at which `encodeURIComponent` throws, becomes the replacement character. */
const encodeValue = (value: string): string => encodeURIComponent(value.replace(/\p{Cs}/gu, '\uFFFD'))
