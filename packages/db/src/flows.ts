import type { Flow, Language } from '@parley/flow-runtime'
import type { Scenario } from '@parley/flow-runtime/scenarios'
import { audit } from './audit.ts'
import { inTenant } from './in-tenant.ts'
import { asJsonColumn } from './json-column.ts'
import { newId } from './new-id.ts'
import type { Db } from './open-db.ts'
import { type Person, personOf } from './people.ts'
import { type ReadDocument, withDocument } from './read-document.ts'
import { insertScenarios } from './scenarios.ts'

export type FlowSummary = { id: string; name: string; revision: number; publishedVersionId: string | null; updatedAt: Date }
/** A line of the list: with the number of its live version and how many calls began in the last seven days. */
export type FlowListing = StoredFlow & { publishedNumber: number | null; callsInWeek: number }
export type StoredFlow = FlowSummary & ReadDocument
export type SaveResult =
  | { ok: true; revision: number }
  | { ok: false; code: 'FLOW_CHANGED_ELSEWHERE'; flow: StoredFlow /** Who saved it. */; by: Person | null }
  | { ok: false; code: 'FLOW_DELETED' }

const summary = { id: true, name: true, revision: true, publishedVersionId: true, updatedAt: true } as const
const weekMs = 7 * 86_400_000
const whole = { ...summary, document: true } as const

/** The tenant's flows that are not deleted, last changed first; also those whose document cannot be read. */
export async function listFlows(db: Db, tenantId: string, atMost?: number): Promise<FlowListing[]> {
  const inWeek = { startedAt: { gte: new Date(Date.now() - weekMs) } }
  const select = { ...whole, publishedVersion: { select: { number: true } }, _count: { select: { calls: { where: inWeek } } } } as const
  const rows = await inTenant(db, tenantId, (tx) =>
    tx.flow.findMany({ where: { tenantId, deletedAt: null }, select, orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }], take: atMost }),
  )
  return rows.map(({ publishedVersion, _count, ...row }) => ({
    ...withDocument(row, { unknownNodes: 'kept' }),
    publishedNumber: publishedVersion?.number ?? null,
    callsInWeek: _count.calls,
  }))
}

/** null when there is no such flow or it is deleted. Why it cannot be read is told in the language of `locale`. */
export async function getFlow(db: Db, tenantId: string, flowId: string, locale?: Language): Promise<StoredFlow | null> {
  const row = await inTenant(db, tenantId, (tx) => tx.flow.findFirst({ where: { tenantId, id: flowId, deletedAt: null }, select: whole }))
  return row && withDocument(row, { locale, unknownNodes: 'kept' })
}

/** A new flow, with the scenarios it comes with. */
export async function createFlow(
  db: Db,
  tenantId: string,
  input: { name: string; document: Flow; scenarios?: readonly Scenario[] },
  flowId = newId(),
): Promise<FlowSummary & { document: Flow }> {
  const document = { ...input.document, name: input.name }
  const data = { id: flowId, tenantId, name: input.name, document: asJsonColumn(document) }
  const row = await inTenant(db, tenantId, async (tx) => {
    const created = await tx.flow.create({ data, select: summary })
    await insertScenarios(db, tx, tenantId, flowId, input.scenarios ?? [])
    return created
  })
  return { ...row, document }
}

/**
 * Saves a document over the revision it started from. When somebody saved in between nothing is written and the
 * answer is FLOW_CHANGED_ELSEWHERE with what is stored now.
 */
export async function saveFlow(
  db: Db,
  tenantId: string,
  flowId: string,
  input: { document: Flow; revision: number },
  by: { userId?: string } = {},
): Promise<SaveResult> {
  const { count, row, saver } = await inTenant(db, tenantId, async (tx) => {
    const saved = await tx.flow.updateMany({
      where: { tenantId, id: flowId, deletedAt: null, revision: input.revision },
      data: { document: asJsonColumn(input.document), name: input.document.name, revision: { increment: 1 }, savedById: by.userId ?? null },
    })
    if (saved.count === 1) return { count: 1, row: null, saver: null }
    const row = await tx.flow.findFirst({ where: { tenantId, id: flowId, deletedAt: null }, select: { ...whole, savedById: true } })
    return { count: 0, row, saver: row && (await personOf(tx, row.savedById)) }
  })
  if (count === 1) return { ok: true, revision: input.revision + 1 }
  if (!row) return { ok: false, code: 'FLOW_DELETED' }
  const { savedById: _, ...stored } = row
  return { ok: false, code: 'FLOW_CHANGED_ELSEWHERE', flow: withDocument(stored, { unknownNodes: 'kept' }), by: saver }
}

/** Whether there was such a flow and it is deleted now. */
export async function isFlowDeleted(db: Db, tenantId: string, flowId: string): Promise<boolean> {
  const where = { tenantId, id: flowId, deletedAt: { not: null } }
  return (await inTenant(db, tenantId, (tx) => tx.flow.count({ where }))) > 0
}

/** Hides the flow; its versions and calls stay. False when there was nothing to delete. */
export function deleteFlow(db: Db, tenantId: string, flowId: string, by: { userId?: string } = {}): Promise<boolean> {
  return inTenant(db, tenantId, async (tx) => {
    const { count } = await tx.flow.updateMany({ where: { tenantId, id: flowId, deletedAt: null }, data: { deletedAt: new Date() } })
    if (count === 1) await audit(tx, tenantId, { userId: by.userId, action: 'flow.deleted', subject: flowId })
    return count === 1
  })
}

/** Shows a deleted flow again. False when there was nothing to bring back. */
export function restoreFlow(db: Db, tenantId: string, flowId: string, by: { userId?: string } = {}): Promise<boolean> {
  return inTenant(db, tenantId, async (tx) => {
    const { count } = await tx.flow.updateMany({ where: { tenantId, id: flowId, deletedAt: { not: null } }, data: { deletedAt: null } })
    if (count === 1) await audit(tx, tenantId, { userId: by.userId, action: 'flow.restored', subject: flowId })
    return count === 1
  })
}
