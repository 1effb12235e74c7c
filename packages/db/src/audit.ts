import { inTenant, type Transaction } from './in-tenant.ts'
import { asJsonColumn } from './json-column.ts'
import { newId } from './new-id.ts'
import type { Db } from './open-db.ts'

type AuditEntry = { userId?: string; action: string; subject: string; detail?: Record<string, string | number> }

/** Notes what somebody did that changes no row, e.g. that personal data was shown. */
export async function recordAudit(db: Db, tenantId: string, entry: AuditEntry): Promise<void> {
  await inTenant(db, tenantId, (tx) => audit(tx, tenantId, entry))
}

/** Notes who did what, in the transaction that does it. Details hold ids and codes, no personal data. */
export async function audit(tx: Transaction, tenantId: string, entry: AuditEntry): Promise<void> {
  const { userId, action, subject, detail } = entry
  await tx.auditEvent.create({
    data: { id: newId(), tenantId, userId: userId ?? null, action, subject, detail: asJsonColumn(detail ?? {}) },
  })
}
