import type { NodeContext } from '../../node-type.ts'
import { rawText } from '../../raw-text.ts'

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
  const { text, missing } = rawText(template.trim(), context, encodeValue)
  if (missing.length > 0) return { problem: 'valueMissing', missing }
  const path = (text.split(/[?#]/)[0] ?? '').split('/')
  return path.some((segment) => dotSegment.test(segment)) ? { problem: 'stepsUp' } : { url: text.replaceAll(' ', '%20') }
}

/** Half a surrogate pair, at which `encodeURIComponent` throws, becomes the replacement character. */
const encodeValue = (value: string): string => encodeURIComponent(value.replace(/\p{Cs}/gu, '\uFFFD'))
