import type { CarrierRequest } from './carrier.ts'

/** What a request says: its query, and its body as a form or as flat JSON. Values that are no text are left out. */
export function fieldsOf(request: CarrierRequest): Record<string, string> {
  return { ...Object.fromEntries(new URL(request.url).searchParams), ...bodyOf(request) }
}

function bodyOf({ headers, body }: CarrierRequest): Record<string, string> {
  const type = headers['content-type'] ?? ''
  if (type.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(body))
  if (!type.startsWith('application/json')) return {}
  const json = parsed(body)
  if (typeof json !== 'object' || json === null) return {}
  return Object.fromEntries(Object.entries(json).flatMap(([name, value]) => (isPlain(value) ? [[name, String(value)]] : [])))
}

const isPlain = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
