import type { Db } from '../open-db.ts'

/** Finds a number (E.164) in the rows of a tenant without telling it; another tenant's are others. */
export const numberHash = (db: Db, tenantId: string, number: string) => db.cipher.fingerprint(number, [tenantId, 'number'])

export const suppressionPlace = (tenantId: string, hash: Uint8Array) => [tenantId, 'Suppression', Buffer.from(hash).toString('hex')]
