import { type Scenario, scenario } from '@parley/flow-runtime/scenarios'
import { Prisma } from './generated/client.ts'
import { inTenant, type Transaction } from './in-tenant.ts'
import { newId } from './new-id.ts'
import type { Db } from './open-db.ts'

/** `document` is null where this release cannot read what is stored; it stays as it is. */
export type StoredScenario = { id: string; revision: number; updatedAt: Date; document: Scenario | null }
export type SaveScenarioResult =
  | { ok: true; id: string; revision: number }
  /** Somebody saved it in between: what is stored now. */
  | { ok: false; code: 'SCENARIO_CHANGED_ELSEWHERE'; theirs: StoredScenario }
  | { ok: false; code: 'SCENARIO_NOT_FOUND' }

const columns = { id: true, revision: true, updatedAt: true, document: true, clear: true } as const
type Row = Omit<StoredScenario, 'document'> & { document: Uint8Array | null; clear: unknown }

const place = (tenantId: string, scenarioId: string) => [tenantId, 'Scenario', scenarioId]
const encrypted = (db: Db, tenantId: string, scenarioId: string, document: unknown) => ({
  document: db.cipher.encrypt(JSON.stringify(document), place(tenantId, scenarioId)),
})

/** The scenarios of a flow, in their order; one that is still stored in clear is encrypted. */
export async function listScenarios(db: Db, tenantId: string, flowId: string): Promise<StoredScenario[]> {
  const orderBy = [{ position: 'asc' as const }, { id: 'asc' as const }]
  const rows = await inTenant(db, tenantId, async (tx) => {
    const found = await tx.scenario.findMany({ where: { tenantId, flowId }, select: columns, orderBy })
    for (const { id, revision, document, clear, updatedAt } of found) {
      if (document !== null) continue
      const data = { ...encrypted(db, tenantId, id, clear), clear: Prisma.DbNull, updatedAt }
      await tx.scenario.updateMany({ where: { tenantId, id, revision, document: null }, data })
    }
    return found
  })
  return rows.map((row) => asStored(db, tenantId, row))
}

/** Adds a scenario at the end of a flow's list; null when there is no such flow. */
export function addScenario(
  db: Db,
  tenantId: string,
  flowId: string,
  document: Scenario,
): Promise<{ id: string; revision: number } | null> {
  return inTenant(db, tenantId, async (tx) => {
    const flow = await tx.flow.count({ where: { tenantId, id: flowId, deletedAt: null } })
    if (flow === 0) return null
    const last = await tx.scenario.aggregate({ where: { tenantId, flowId }, _max: { position: true } })
    const [id] = await insertScenarios(db, tx, tenantId, flowId, [document], (last._max.position ?? -1) + 1)
    return id === undefined ? null : { id, revision: 1 }
  })
}

/** Saves a scenario over the revision it was opened with; a newer one is returned instead of overwritten. */
export function saveScenario(
  db: Db,
  tenantId: string,
  scenarioId: string,
  { document, revision }: { document: Scenario; revision: number },
): Promise<SaveScenarioResult> {
  return inTenant(db, tenantId, async (tx): Promise<SaveScenarioResult> => {
    const { count } = await tx.scenario.updateMany({
      where: { tenantId, id: scenarioId, revision },
      data: { ...encrypted(db, tenantId, scenarioId, document), clear: Prisma.DbNull, revision: { increment: 1 } },
    })
    if (count === 1) return { ok: true, id: scenarioId, revision: revision + 1 }
    const row = await tx.scenario.findFirst({ where: { tenantId, id: scenarioId }, select: columns })
    return row
      ? { ok: false, code: 'SCENARIO_CHANGED_ELSEWHERE', theirs: asStored(db, tenantId, row) }
      : { ok: false, code: 'SCENARIO_NOT_FOUND' }
  })
}

/** Removes a scenario for good; false when there was none. */
export async function removeScenario(db: Db, tenantId: string, scenarioId: string): Promise<boolean> {
  const { count } = await inTenant(db, tenantId, (tx) => tx.scenario.deleteMany({ where: { tenantId, id: scenarioId } }))
  return count === 1
}

/** Writes scenarios in their order, from a place in the list; returns their ids. */
export async function insertScenarios(
  db: Db,
  tx: Transaction,
  tenantId: string,
  flowId: string,
  documents: readonly Scenario[],
  from = 0,
): Promise<string[]> {
  const rows = documents.map((document, index) => {
    const id = newId()
    return { id, tenantId, flowId, ...encrypted(db, tenantId, id, document), position: from + index }
  })
  if (rows.length > 0) await tx.scenario.createMany({ data: rows })
  return rows.map(({ id }) => id)
}

function asStored(db: Db, tenantId: string, { document, clear, ...row }: Row): StoredScenario {
  const read = scenario.safeParse(document ? JSON.parse(db.cipher.decrypt(document, place(tenantId, row.id))) : clear)
  return { ...row, document: read.success ? read.data : null }
}
