import { audit } from './audit.ts'
import type { PhoneNumber } from './generated/client.ts'
import { inTenant } from './in-tenant.ts'
import { asJsonColumn } from './json-column.ts'
import { newId } from './new-id.ts'
import { type NumberRouting, numberRouting } from './number-routing.ts'
import type { Db } from './open-db.ts'
import { sqlState } from './sql-state.ts'

type By = { userId?: string }
/** A number of the tenant's (E.164) and where those who call it are led; without a flow nobody answers. */
export type StoredNumber = {
  id: string
  connectionId: string
  number: string
  name: string
  flowId: string | null
  routing: NumberRouting
}
export type NumberInput = Omit<StoredNumber, 'id'> & { id?: string }
export type SaveNumberResult =
  | { ok: true; id: string }
  | { ok: false; code: 'NUMBER_NOT_FOUND' | 'NUMBER_TAKEN' | 'CONNECTION_NOT_FOUND' | 'FLOW_NOT_FOUND' }

/** Saves a number; one that is new in the tenant gets a row. Connection and flows must be the tenant's. */
export async function saveNumber(db: Db, tenantId: string, input: NumberInput, by: By = {}): Promise<SaveNumberResult> {
  const { id = newId(), routing, ...fields } = input
  const flows = [fields.flowId, routing.outsideFlowId].filter((flow) => flow !== null && flow !== undefined)
  try {
    return await inTenant(db, tenantId, async (tx) => {
      if ((await tx.connection.count({ where: { tenantId, id: fields.connectionId } })) === 0)
        return { ok: false, code: 'CONNECTION_NOT_FOUND' }
      const known = await tx.flow.count({ where: { tenantId, id: { in: flows }, deletedAt: null } })
      if (known < new Set(flows).size) return { ok: false, code: 'FLOW_NOT_FOUND' }
      const data = { ...fields, routing: asJsonColumn(routing) }
      if (input.id) {
        const { count } = await tx.phoneNumber.updateMany({ where: { tenantId, id }, data })
        if (count === 0) return { ok: false, code: 'NUMBER_NOT_FOUND' }
      } else await tx.phoneNumber.create({ data: { ...data, id, tenantId } })
      await audit(tx, tenantId, { userId: by.userId, action: input.id ? 'number.changed' : 'number.added', subject: id })
      return { ok: true, id }
    })
  } catch (error) {
    if (sqlState(error) === '23505') return { ok: false, code: 'NUMBER_TAKEN' }
    throw error
  }
}

/** False when there was none. */
export function removeNumber(db: Db, tenantId: string, id: string, by: By = {}): Promise<boolean> {
  return inTenant(db, tenantId, async (tx) => {
    const { count } = await tx.phoneNumber.deleteMany({ where: { tenantId, id } })
    if (count === 1) await audit(tx, tenantId, { userId: by.userId, action: 'number.removed', subject: id })
    return count === 1
  })
}

export async function listNumbers(db: Db, tenantId: string): Promise<StoredNumber[]> {
  const rows = await inTenant(db, tenantId, (tx) => tx.phoneNumber.findMany({ where: { tenantId }, orderBy: { number: 'asc' } }))
  return rows.map(numberOf)
}

/** One number by its id; null when there is none. */
export async function getNumber(db: Db, tenantId: string, id: string): Promise<StoredNumber | null> {
  const row = await inTenant(db, tenantId, (tx) => tx.phoneNumber.findFirst({ where: { tenantId, id } }))
  return row && numberOf(row)
}

/** The tenant's number that somebody calls through a connection; null when it is not one of the tenant's. */
export async function findNumber(db: Db, tenantId: string, connectionId: string, number: string): Promise<StoredNumber | null> {
  const row = await inTenant(db, tenantId, (tx) => tx.phoneNumber.findFirst({ where: { tenantId, connectionId, number } }))
  return row && numberOf(row)
}

const numberOf = ({ id, connectionId, number, name, flowId, routing }: PhoneNumber): StoredNumber => ({
  id,
  connectionId,
  number,
  name,
  flowId,
  routing: numberRouting.parse(routing),
})
