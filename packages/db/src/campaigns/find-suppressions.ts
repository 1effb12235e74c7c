import { Prisma } from '../generated/client.ts'
import { inTenant } from '../in-tenant.ts'
import type { Db } from '../open-db.ts'
import { numberHash, suppressionPlace } from './number-hash.ts'

/** A number of the do-not-call list. `key`: names its row without telling the number (hexadecimal). */
export type ListedSuppression = { key: string; number: string; source: string; reason: string; createdAt: Date }
/** Where a page begins: after the number before it, or after so many. */
export type SuppressionPage = { take: number } & ({ after: Pick<ListedSuppression, 'key' | 'createdAt'> } | { skip: number })
export type NoticedConsent = { kind: 'given' | 'withdrawn'; evidence: string; at: Date }

const mostRows = 500

type Row = Omit<ListedSuppression, 'key' | 'number'> & { numberHash: Uint8Array<ArrayBuffer>; number: Uint8Array }

const readRow = (db: Db, tenantId: string, { numberHash: hash, number, source, reason, createdAt }: Row): ListedSuppression => ({
  key: Buffer.from(hash).toString('hex'),
  number: db.cipher.decrypt(number, suppressionPlace(tenantId, hash)),
  source,
  reason,
  createdAt,
})

const hashOf = (key: string) => new Uint8Array(Buffer.from(key, 'hex'))

/** One page of the do-not-call list, the newest first. */
export async function listSuppressions(db: Db, tenantId: string, page: SuppressionPage): Promise<ListedSuppression[]> {
  const beyond =
    'after' in page ? Prisma.sql`AND (s."createdAt", s."numberHash") < (${page.after.createdAt}, ${hashOf(page.after.key)})` : Prisma.empty
  const rows = await inTenant(
    db,
    tenantId,
    (tx) => tx.$queryRaw<Row[]>`
      SELECT s."numberHash", s.number, s.source, s.reason, s."createdAt" FROM "Suppression" s
      WHERE s."tenantId" = ${tenantId}::uuid ${beyond} ORDER BY s."createdAt" DESC, s."numberHash" DESC
      OFFSET ${'skip' in page ? page.skip : 0} LIMIT ${Math.min(page.take, mostRows)}`,
  )
  return rows.map((row) => readRow(db, tenantId, row))
}

/** How many numbers the do-not-call list of a tenant has. */
export const countSuppressions = (db: Db, tenantId: string): Promise<number> =>
  inTenant(db, tenantId, (tx) => tx.suppression.count({ where: { tenantId } }))

/** The row of the list with a key; null when the number is not on it (any more). */
export async function getSuppression(db: Db, tenantId: string, key: string): Promise<ListedSuppression | null> {
  const row = await inTenant(db, tenantId, (tx) => tx.suppression.findFirst({ where: { tenantId, numberHash: hashOf(key) } }))
  return row && readRow(db, tenantId, row)
}

/** The key of a number (E.164), whether it is on the list or not. */
export const numberKey = (db: Db, tenantId: string, number: string): string => Buffer.from(numberHash(db, tenantId, number)).toString('hex')

/** What was said about calling the number with a key, the newest first. */
export function listConsents(db: Db, tenantId: string, key: string): Promise<NoticedConsent[]> {
  const query = {
    where: { tenantId, numberHash: hashOf(key) },
    orderBy: { at: 'desc' },
    take: mostRows,
    select: { kind: true, evidence: true, at: true },
  } as const
  return inTenant(db, tenantId, (tx) => tx.consent.findMany(query))
}
