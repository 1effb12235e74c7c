import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { inTenant, withoutTenant } from './in-tenant.ts'
import { newId } from './new-id.ts'
import type { Db } from './open-db.ts'

const defaultLifetimeMs = 15 * 60_000

const role = z.enum(['owner', 'editor', 'viewer'])
const member = z.object({ userId: z.uuid(), tenantId: z.uuid(), email: z.string(), name: z.string(), role })
/** Who signed in, and into which tenant. */
export type Member = z.output<typeof member>

/** A new token for the person with this address; null when there is none. Only its hash is stored. */
export async function createSignInLink(
  db: Db,
  { email, lifetimeMs = defaultLifetimeMs }: { email: string; lifetimeMs?: number },
): Promise<string | null> {
  const token = randomBytes(32)
  const made = await withoutTenant(
    db,
    (tx) => tx.$queryRaw<{ made: boolean }[]>`
      SELECT create_sign_in_link(${newId()}::uuid, ${email}, ${hashOf(token)}, ${lifetimeMs}::int) AS made`,
  )
  return made[0]?.made ? token.toString('base64url') : null
}

/** Who the token signs in; null when it is unknown, expired or was used before. Exactly one of many at once wins. */
export async function consumeSignInLink(db: Db, token: string): Promise<Member | null> {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 32) return null
  const rows = await withoutTenant(
    db,
    (tx) => tx.$queryRaw<unknown[]>`
      SELECT user_id AS "userId", tenant_id AS "tenantId", email, name, role::text AS role FROM consume_sign_in_link(${hashOf(bytes)})`,
  )
  return rows[0] === undefined ? null : member.parse(rows[0])
}

/** The person as a member of the tenant; null when the membership has ended. */
export async function getMember(db: Db, tenantId: string, userId: string): Promise<Member | null> {
  const row = await inTenant(db, tenantId, (tx) =>
    tx.membership.findUnique({ where: { tenantId_userId: { tenantId, userId } }, include: { user: true } }),
  )
  return row && { userId, tenantId, email: row.user.email, name: row.user.name, role: row.role }
}

const hashOf = (token: Buffer) => new Uint8Array(createHash('sha256').update(token).digest())
