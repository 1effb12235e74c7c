import { type AddressGuard, AddressRefusedError } from '@parley/net-guard'
import type { z } from 'zod'
import { type CarrierCode, CarrierError } from './carrier-error.ts'

/** `unsent`: no connection was ever made, so nothing can have happened. `lost`: it may have arrived, and no readable answer came. */
export type Answer =
  | { kind: 'answered'; status: number; body: unknown }
  | { kind: 'unsent'; code: CarrierCode; cause: unknown }
  | { kind: 'lost'; cause: unknown }

export type Question = {
  url: string
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  authorization: string
  form?: Record<string, string | readonly string[]>
  json?: unknown
}

const answerWithinMs = 15_000
const notConnected = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']

/** Asks a carrier's API once, and tells apart what was never sent from what was sent and not answered. */
export async function ask(fetch: AddressGuard['fetch'], { url, method = 'GET', authorization, form, json }: Question): Promise<Answer> {
  const body = form ? formOf(form) : json === undefined ? undefined : JSON.stringify(json)
  const contentType = form ? 'application/x-www-form-urlencoded' : 'application/json'
  try {
    const response = await fetch(url, {
      method,
      headers: { authorization, accept: 'application/json', ...(body === undefined ? {} : { 'content-type': contentType }) },
      body,
      signal: AbortSignal.timeout(answerWithinMs),
    })
    return { kind: 'answered', status: response.status, body: jsonOf(await response.text()) }
  } catch (cause) {
    if (cause instanceof AddressRefusedError) return { kind: 'unsent', code: 'CARRIER_ADDRESS_REFUSED', cause }
    return isUnconnected(cause) ? { kind: 'unsent', code: 'CARRIER_UNREACHABLE', cause } : { kind: 'lost', cause }
  }
}

/** What was answered with 2xx. Throws CarrierError for all else; `codeOf` reads the carrier's own errors. */
export function accepted(answer: Answer, codeOf: (status: number, body: unknown) => { code: CarrierCode; vendorCode?: string }): unknown {
  if (answer.kind === 'unsent') throw new CarrierError(answer.code, { cause: answer.cause })
  if (answer.kind === 'lost') throw new CarrierError('CARRIER_UNREACHABLE', { cause: answer.cause })
  if (answer.status >= 200 && answer.status < 300) return answer.body
  throw new CarrierError(...refusalOf(answer.status, answer.body, codeOf))
}

function refusalOf(status: number, body: unknown, codeOf: (status: number, body: unknown) => { code: CarrierCode; vendorCode?: string }) {
  const { code, vendorCode } = codeOf(status, body)
  return [code, { status, vendorCode }] as const
}

/** What the carrier said, in the shape it is documented in. Throws CARRIER_FAILED for another. */
export function inShape<Shape extends z.ZodType>(shape: Shape, said: unknown): z.output<Shape> {
  const parsed = shape.safeParse(said)
  if (parsed.success) return parsed.data
  throw new CarrierError('CARRIER_FAILED', { cause: parsed.error })
}

/** What an HTTP status means where the carrier says no more. */
export function codeOfStatus(status: number): CarrierCode {
  if (status === 401) return 'CARRIER_UNAUTHORIZED'
  if (status === 402) return 'CARRIER_NO_CREDIT'
  if (status === 403) return 'CARRIER_FORBIDDEN'
  if (status === 404) return 'CARRIER_CALL_UNKNOWN'
  if (status === 429) return 'CARRIER_RATE_LIMITED'
  return status >= 500 ? 'CARRIER_FAILED' : 'CARRIER_REFUSED'
}

/** For HTTP Basic. */
export const basic = (user: string, password: string): string => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`

function formOf(form: NonNullable<Question['form']>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) for (const each of [value].flat()) params.append(name, each)
  return params.toString()
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The connection was refused, its name is unknown, or its certificate is none: no byte of the request left. */
function isUnconnected(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : undefined
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  // A port that fetch never calls.
  if (cause instanceof Error && cause.message === 'bad port') return true
  return notConnected.includes(code) || /^(ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(code)
}
