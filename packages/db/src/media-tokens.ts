import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { inTenant, withoutTenant } from './in-tenant.ts'
import type { Db } from './open-db.ts'

const defaultLifetimeMs = 30_000

const consumed = z.object({ state: z.enum(['open', 'used', 'expired']), tenantId: z.uuid(), callId: z.uuid(), lineId: z.uuid() })
export type MediaTokenUse = z.output<typeof consumed> | { state: 'unknown' }

/**
 * A new token with which one carrier socket may join the call, once, within its lifetime. `lineId`: whose socket it is, when it is not the call's own. Only its
 * hash is stored. Throws when there is no such call.
 */
export async function createMediaToken(
  db: Db,
  tenantId: string,
  callId: string,
  { lineId = callId, lifetimeMs = defaultLifetimeMs }: { lineId?: string; lifetimeMs?: number } = {},
): Promise<string> {
  const token = randomBytes(32)
  const expiresAt = new Date(Date.now() + lifetimeMs)
  await inTenant(db, tenantId, (tx) => tx.mediaToken.create({ data: { tokenHash: hashOf(token), tenantId, callId, lineId, expiresAt } }))
  return token.toString('base64url')
}

/** What the token opens. Exactly one of many at once is told `open`. */
export async function consumeMediaToken(db: Db, token: string): Promise<MediaTokenUse> {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 32) return { state: 'unknown' }
  const rows = await withoutTenant(
    db,
    (tx) => tx.$queryRaw<unknown[]>`
      SELECT state, tenant_id AS "tenantId", call_id AS "callId", line_id AS "lineId" FROM consume_media_token(${hashOf(bytes)})`,
  )
  return rows[0] === undefined ? { state: 'unknown' } : consumed.parse(rows[0])
}

const hashOf = (token: Buffer) => new Uint8Array(createHash('sha256').update(token).digest())
