import type { Transaction } from './in-tenant.ts'
import { asJsonColumn } from './json-column.ts'
import { newId } from './new-id.ts'

/** Notes who did what, in the transaction that does it. Details hold ids and codes, no personal data. */
export async function audit(
  tx: Transaction,
  tenantId: string,
  entry: { userId?: string; action: string; subject: string; detail?: Record<string, string | number> },
): Promise<void> {
  const { userId, action, subject, detail } = entry
  await tx.auditEvent.create({
    data: { id: newId(), tenantId, userId: userId ?? null, action, subject, detail: asJsonColumn(detail ?? {}) },
  })
}
