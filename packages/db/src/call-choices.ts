import { inTenant } from './in-tenant.ts'
import type { Db } from './open-db.ts'

export type CallChoices = {
  flows: { id: string; name: string; isDeleted: boolean; versions: { id: string; number: number }[] }[]
  failureCodes: string[]
}

/** What calls can be narrowed to: every flow that was published or tried, with its published versions, also deleted ones, and the codes of failures there were. */
export function callChoices(db: Db, tenantId: string): Promise<CallChoices> {
  return inTenant(db, tenantId, async (tx) => {
    const versions = { select: { id: true, number: true }, orderBy: { number: 'desc' } } as const
    const select = { id: true, name: true, deletedAt: true, versions } as const
    const flows = await tx.flow.findMany({ where: { tenantId, versions: { some: {} } }, select, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
    const codes = await tx.call.groupBy({ by: ['failureCode'], where: { tenantId, failureCode: { not: null } } })
    return {
      flows: flows.map(({ deletedAt, versions: all, ...flow }) => ({
        ...flow,
        isDeleted: deletedAt !== null,
        versions: all.flatMap(({ id, number }) => (number === null ? [] : [{ id, number }])),
      })),
      failureCodes: codes.flatMap(({ failureCode }) => failureCode ?? []).sort(),
    }
  })
}
