import type { Transaction } from './in-tenant.ts'

/**
 * Lets bookings of one resource come one after the other until this transaction ends: two that exclude each other would wait for each other, and the database would
 * end one of them as a deadlock.
 */
export async function holdResource(tx: Transaction, resourceId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${resourceId}::text, 0))`
}
