import type { CarrierType } from '@parley/carriers'
import { type Db, findConnection } from '@parley/db'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import type { ConnectionFormInput } from './connection-input.ts'

/** Credentials of the carrier's shape, or the names of the fields that are not. */
export type CheckedCredentials = { ok: true; credentials: Record<string, unknown> } | { ok: false; wrong: string[] }

const record = z.record(z.string(), z.unknown())

/**
 * The keys that were typed, and for the others the stored ones: those go to no other address than the one they were given for. Throws
 * CONNECTION_NOT_FOUND and, when stored keys would be needed elsewhere, CONNECTION_KEYS_NEEDED.
 */
export async function credentialsFor(db: Db, tenantId: string, type: CarrierType, input: ConnectionFormInput): Promise<CheckedCredentials> {
  const { id, carrier, apiBase, keys } = input
  const stored = id === undefined ? null : await findConnection(db, tenantId, id)
  if (id !== undefined && (!stored || stored.carrier !== carrier) && Object.keys(keys).length === 0)
    throw new AppError('CONNECTION_NOT_FOUND', 'NOT_FOUND')
  const kept = stored && stored.carrier === carrier && stored.apiBase === (apiBase ?? null) ? record.parse(stored.credentials) : {}
  const isMissing = type.fields.some(({ name, required }) => required && !(name in keys) && !(name in kept))
  if (isMissing) throw new AppError('CONNECTION_KEYS_NEEDED', 'BAD_REQUEST')
  const checked = type.credentials.safeParse({ ...kept, ...keys })
  if (checked.success) return { ok: true, credentials: record.parse(checked.data) }
  const wrong = new Set(checked.error.issues.map(({ path }) => String(path[0] ?? '')))
  return { ok: false, wrong: [...wrong] }
}
