import { createHash, createHmac, randomUUID, sign } from 'node:crypto'
import { z } from 'zod'
import type { CarrierRequest } from '../carrier.ts'
import { sameSecret } from '../same-secret.ts'
import type { VonageCredentials } from './vonage-credentials.ts'

const lifetimeSeconds = 300
/** A webhook is signed when it is sent; an older one is a copy. */
const oldestSeconds = 300

const header = z.object({ alg: z.literal('HS256') })
const claims = z.object({
  iat: z.number(),
  exp: z.number().optional(),
  payload_hash: z.string().optional(),
  api_key: z.string().optional(),
  application_id: z.string().optional(),
})

/** What calls of the API are signed with: RS256 by the application's key. */
export function vonageToken({ applicationId, privateKey }: VonageCredentials, nowMs: number): string {
  const iat = Math.floor(nowMs / 1_000)
  const payload = { application_id: applicationId, iat, exp: iat + lifetimeSeconds, jti: randomUUID() }
  const signed = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(payload)}`
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`
}

/**
 * A webhook is signed with HS256 by the account's signature secret, and its body by its hash in the claims
 * (https://developer.vonage.com/en/getting-started/concepts/webhooks#decoding-signed-webhooks).
 */
export function isSignedByVonage(request: CarrierRequest, credentials: VonageCredentials, nowMs: number): boolean {
  const [, token = ''] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? []
  const [head = '', body = '', signature = '', ...more] = token.split('.')
  if (more.length > 0 || !header.safeParse(unpacked(head)).success) return false
  const expected = createHmac('sha256', credentials.signatureSecret).update(`${head}.${body}`).digest('base64url')
  if (!sameSecret(expected, signature)) return false
  const parsed = claims.safeParse(unpacked(body))
  if (!parsed.success) return false
  const { iat, exp, payload_hash, api_key = credentials.apiKey, application_id = credentials.applicationId } = parsed.data
  const now = nowMs / 1_000
  if (Math.abs(now - iat) > oldestSeconds || (exp !== undefined && exp < now)) return false
  if (api_key !== credentials.apiKey || application_id !== credentials.applicationId) return false
  if (payload_hash === undefined) return request.body === ''
  return sameSecret(createHash('sha256').update(request.body).digest('hex'), payload_hash.toLowerCase())
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

function unpacked(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return undefined
  }
}
