import { inTenant } from './in-tenant.ts'
import type { Db } from './open-db.ts'

/** What a process learnt about a provider: it failed with `code` (and is `open`: calls ask another one first), or it works again. `opened`: it did not rest before. */
export type ProviderNews = { provider: string; open: boolean; opened: boolean; code?: string }

/** `failures`: requests that failed in all; `openings`: how often it was given up for a while; `since`: when it last began to rest or to work. */
export type ProviderHealth = { provider: string; open: boolean; failures: number; openings: number; code: string | null; since: Date }

/** A process that ended while a provider rested says no more about it; the longest rest is ten minutes. */
const restIsOverMs = 600_000

/** Keeps what a process learnt; several processes add up. */
export async function reportProvider(db: Db, tenantId: string, { provider, open, opened, code }: ProviderNews): Promise<void> {
  const now = new Date()
  const counted = { failures: open ? 1 : 0, openings: opened ? 1 : 0 }
  const changed = open === opened ? { since: now } : {}
  await inTenant(db, tenantId, (tx) =>
    tx.providerHealth.upsert({
      where: { tenantId_provider: { tenantId, provider } },
      create: { tenantId, provider, open, ...counted, code, since: now, seenAt: now },
      update: {
        open,
        failures: { increment: counted.failures },
        openings: { increment: counted.openings },
        ...(code ? { code } : {}),
        ...changed,
        seenAt: now,
      },
    }),
  )
}

/** What is known of the tenant's providers; those that never failed are not in it. */
export async function listProviderHealth(db: Db, tenantId: string): Promise<ProviderHealth[]> {
  const rows = await inTenant(db, tenantId, (tx) => tx.providerHealth.findMany({ where: { tenantId }, orderBy: { provider: 'asc' } }))
  const restsSince = Date.now() - restIsOverMs
  return rows.map(({ provider, open, failures, openings, code, since, seenAt }) => ({
    provider,
    open: open && seenAt.getTime() > restsSince,
    failures,
    openings,
    code,
    since,
  }))
}
