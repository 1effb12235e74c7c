import { DbError } from './db-error.ts'
import { Prisma } from './generated/client.ts'
import type { Db } from './open-db.ts'

export type Transaction = Prisma.TransactionClient

/**
 * Runs queries as the role without rights of its own and for one tenant: row-level security holds whoever the
 * connection belongs to. `timeoutMs`: for work that takes longer than the pool's 15 s. Throws DATABASE_UNAVAILABLE (retryable) when the database cannot be reached.
 */
export function inTenant<T>(db: Db, tenantId: string, work: (tx: Transaction) => Promise<T>, timeoutMs?: number): Promise<T> {
  return inRole(db, tenantId, work, timeoutMs)
}

/** As `inTenant` before a tenant is known: no row is visible, only the sign-in functions do something. */
export function withoutTenant<T>(db: Db, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inRole(db, '', work)
}

async function inRole<T>(db: Db, tenantId: string, work: (tx: Transaction) => Promise<T>, timeoutMs?: number): Promise<T> {
  try {
    const options = timeoutMs === undefined ? {} : { timeout: timeoutMs }
    return await db.beginFor(tenantId, () => db.prisma.$transaction(work, options))
  } catch (error) {
    if (isOutage(error)) throw new DbError('DATABASE_UNAVAILABLE', 'The database cannot be reached.', { retryable: true, cause: error })
    throw error
  }
}

/** P1xxx: connection; P2024, P2028: no connection or transaction in time; P2034: deadlock. */
function isOutage(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return error instanceof Prisma.PrismaClientInitializationError
  return /^P1\d{3}$/.test(error.code) || ['P2024', 'P2028', 'P2034'].includes(error.code)
}
