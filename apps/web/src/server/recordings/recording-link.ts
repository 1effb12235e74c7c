import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

export type RecordingLink = { tenantId: string; callId: string; expiresAt: number }

const query = z.object({
  tenant: z.uuid(),
  expires: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
  signature: z.string().regex(/^[\w-]{43}$/),
})

/** The key of all links, made from the secret of the sessions without giving it away. */
export const linkKeyOf = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', 'parley recording links', 32))

/** The address of a recording for whoever has it, until the instant it expires; no session is asked for. */
export function recordingAddress(key: Buffer, link: RecordingLink): string {
  const search = new URLSearchParams({
    tenant: link.tenantId,
    expires: String(link.expiresAt),
    signature: signatureOf(key, link).toString('base64url'),
  })
  return `/api/recordings/${link.callId}?${search}`
}

/** The link an address is, or why it is none (any more). */
export function readRecordingLink(
  key: Buffer,
  callId: string,
  search: URLSearchParams,
  now: number,
): RecordingLink | 'invalid' | 'expired' {
  const parsed = query.safeParse(Object.fromEntries(search))
  if (!parsed.success) return 'invalid'
  const { tenant, expires, signature } = parsed.data
  const link = { tenantId: tenant, callId, expiresAt: expires }
  if (!timingSafeEqual(signatureOf(key, link), Buffer.from(signature, 'base64url'))) return 'invalid'
  return now < expires ? link : 'expired'
}

const signatureOf = (key: Buffer, { tenantId, callId, expiresAt }: RecordingLink) =>
  createHmac('sha256', key)
    .update(JSON.stringify([tenantId, callId, expiresAt]))
    .digest()
