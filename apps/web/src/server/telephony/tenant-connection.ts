import { CarrierError } from '@parley/carriers'
import type { Db } from '@parley/db'
import { AppError } from '../app-error.ts'
import { type OpenConnection, openConnection } from './open-connection.ts'

/** A connection of this tenant. Throws CONNECTION_NOT_FOUND. */
export async function tenantConnection(db: Db, tenantId: string, id: string): Promise<OpenConnection> {
  const open = await openConnection(db, id)
  if (open?.tenantId !== tenantId) throw new AppError('CONNECTION_NOT_FOUND', 'NOT_FOUND')
  return open
}

/** What a carrier answered, or the code of why it did not. */
export async function carrierAnswer<T>(ask: () => Promise<T>) {
  try {
    return { ok: true as const, answer: await ask() }
  } catch (error) {
    if (!(error instanceof CarrierError)) throw error
    return { ok: false as const, code: error.code }
  }
}
