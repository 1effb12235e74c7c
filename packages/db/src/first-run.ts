import { inTenant } from './in-tenant.ts'
import type { Db } from './open-db.ts'

/** How far a person came on the guided path; `flowId`: the flow it is walked with. */
export type FirstRun = {
  flowId: string | null
  heardAt: Date | null
  adaptedAt: Date | null
  publishedAt: Date | null
  leftAt: Date | null
}

const select = { flowId: true, heardAt: true, adaptedAt: true, publishedAt: true, leftAt: true } as const

/** null before the person began or put it away. A flow that was deleted is none. */
export function getFirstRun(db: Db, tenantId: string, userId: string): Promise<FirstRun | null> {
  return inTenant(db, tenantId, async (tx) => {
    const where = { tenantId_userId: { tenantId, userId } }
    const row = await tx.firstRun.findUnique({ where, select: { ...select, flow: { select: { deletedAt: true } } } })
    if (!row) return null
    const { flow, ...run } = row
    return flow?.deletedAt ? { ...run, flowId: null } : run
  })
}

/** Changes what is given; begins the path where it has not begun. */
export function keepFirstRun(db: Db, tenantId: string, userId: string, change: Partial<FirstRun>): Promise<FirstRun> {
  return inTenant(db, tenantId, (tx) =>
    tx.firstRun.upsert({
      where: { tenantId_userId: { tenantId, userId } },
      create: { tenantId, userId, ...change },
      update: change,
      select,
    }),
  )
}
