import { inTenant } from './in-tenant.ts'
import { newId } from './new-id.ts'
import type { Db } from './open-db.ts'

/** `query`: filters, order and columns as the address bar has them. */
export type SavedView = { id: string; name: string; query: string }

const select = { id: true, name: true, query: true } as const

/** A person's own views of the list of calls, by name. */
export function listSavedViews(db: Db, tenantId: string, userId: string): Promise<SavedView[]> {
  return inTenant(db, tenantId, (tx) => tx.savedView.findMany({ where: { tenantId, userId }, select, orderBy: { name: 'asc' } }))
}

/** Keeps a view; one of the same name is replaced. */
export function keepView(db: Db, tenantId: string, userId: string, view: { name: string; query: string }): Promise<SavedView> {
  return inTenant(db, tenantId, (tx) =>
    tx.savedView.upsert({
      where: { tenantId_userId_name: { tenantId, userId, name: view.name } },
      create: { id: newId(), tenantId, userId, ...view },
      update: { query: view.query },
      select,
    }),
  )
}

/** Removes one of a person's own views; gone already is fine. */
export async function removeView(db: Db, tenantId: string, userId: string, viewId: string): Promise<void> {
  await inTenant(db, tenantId, (tx) => tx.savedView.deleteMany({ where: { tenantId, userId, id: viewId } }))
}
