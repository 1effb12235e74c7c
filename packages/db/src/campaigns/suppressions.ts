import { audit } from '../audit.ts'
import { inTenant, type Transaction } from '../in-tenant.ts'
import { newId } from '../new-id.ts'
import type { Db } from '../open-db.ts'
import { numberHash, suppressionPlace } from './number-hash.ts'

const manyTimeoutMs = 120_000

type By = { userId?: string }
/** `reason`: words of whoever added it, or the id of the call in which it was asked for. */
type NewSuppression = { number: string; source: 'asked' | 'added' | 'imported'; reason?: string }
/** `at`: when it was said; absent: now. */
export type NewConsent = { number: string; kind: 'given' | 'withdrawn'; evidence: string; at?: Date }

/**
 * Nobody calls the number (E.164) for this tenant from now on, also those who wait already. `source`: `asked` in a call, `added` by hand, `imported`.
 * False, and nothing changed, when it is on the list.
 */
export const suppressNumber = (db: Db, tenantId: string, suppression: NewSuppression, by: By = {}): Promise<boolean> =>
  inTenant(db, tenantId, (tx) => addSuppression(db, tx, tenantId, suppression, by))

/** As `suppressNumber`, in the transaction in which it was asked for. */
export async function addSuppression(
  db: Db,
  tx: Transaction,
  tenantId: string,
  { number, source, reason = '' }: NewSuppression,
  by: By = {},
): Promise<boolean> {
  const hash = numberHash(db, tenantId, number)
  const encrypted = db.cipher.encrypt(number, suppressionPlace(tenantId, hash))
  const data = { tenantId, numberHash: hash, number: encrypted, source, reason }
  const { count } = await tx.suppression.createMany({ data, skipDuplicates: true })
  if (count === 1) await audit(tx, tenantId, { userId: by.userId, action: 'suppression.added', subject: shortOf(hash), detail: { source } })
  return count === 1
}

/** Whether the number (E.164) is on the do-not-call list. */
export async function isSuppressed(db: Db, tenantId: string, number: string): Promise<boolean> {
  const where = { tenantId, numberHash: numberHash(db, tenantId, number) }
  return (await inTenant(db, tenantId, (tx) => tx.suppression.count({ where }))) > 0
}

/** The same for a list of numbers that is imported; says how many of them were not on the list before. */
export function suppressNumbers(
  db: Db,
  tenantId: string,
  { numbers, reason = '' }: { numbers: readonly string[]; reason?: string },
  by: By = {},
): Promise<number> {
  const data = numbers.map((number) => {
    const hash = numberHash(db, tenantId, number)
    return { tenantId, numberHash: hash, number: db.cipher.encrypt(number, suppressionPlace(tenantId, hash)), source: 'imported', reason }
  })
  return inTenant(
    db,
    tenantId,
    async (tx) => {
      const { count } = await tx.suppression.createMany({ data, skipDuplicates: true })
      if (count > 0)
        await audit(tx, tenantId, {
          userId: by.userId,
          action: 'suppression.imported',
          subject: tenantId,
          detail: { numbers: count },
        })
      return count
    },
    manyTimeoutMs,
  )
}

/** The number may be called again; who did it and why is kept. False when it was not on the list. */
export function unsuppressNumber(
  db: Db,
  tenantId: string,
  { number, reason }: { number: string; reason: string },
  by: By = {},
): Promise<boolean> {
  const hash = numberHash(db, tenantId, number)
  return inTenant(db, tenantId, async (tx) => {
    const { count } = await tx.suppression.deleteMany({ where: { tenantId, numberHash: hash } })
    if (count === 1)
      await audit(tx, tenantId, { userId: by.userId, action: 'suppression.removed', subject: shortOf(hash), detail: { reason } })
    return count === 1
  })
}

/** Writes down that somebody agreed to be called or took it back; `evidence` says where that can be read, and holds no personal data. */
export async function recordConsent(db: Db, tenantId: string, consent: NewConsent): Promise<void> {
  await inTenant(db, tenantId, (tx) => addConsent(db, tx, tenantId, consent))
}

/** As `recordConsent`, in the transaction in which it was said. */
export async function addConsent(db: Db, tx: Transaction, tenantId: string, { number, kind, evidence, at }: NewConsent): Promise<void> {
  await tx.consent.create({ data: { id: newId(), tenantId, numberHash: numberHash(db, tenantId, number), kind, evidence, at } })
}

const shortOf = (hash: Uint8Array) => Buffer.from(hash).subarray(0, 8).toString('hex')
