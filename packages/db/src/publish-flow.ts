import { check, type Flow, type Language, type Problem, type ReadProblem } from '@parley/flow-runtime'
import { audit } from './audit.ts'
import { inTenant, type Transaction } from './in-tenant.ts'
import { asJsonColumn } from './json-column.ts'
import { newId } from './new-id.ts'
import type { Db } from './open-db.ts'
import { type Person, peopleOf } from './people.ts'
import { type ReadDocument, withDocument } from './read-document.ts'

export type FlowVersion = { id: string; flowId: string; number: number; document: Flow; publishedAt: Date }
/** What a call is pinned to, as it is stored: of an earlier or later release it may be unreadable. `number` is null for a draft that was tried. */
export type StoredVersion = Omit<FlowVersion, 'document' | 'number'> & { number: number | null } & ReadDocument
export type FlowVersionSummary = Omit<FlowVersion, 'document'> & {
  message: string
  /** null for one who is no member any more, and for the seeding. */
  publishedBy: Person | null
  /** Calls it had since the asked time. */
  calls: number
}
export type PublishResult =
  | { ok: true; version: FlowVersion }
  | { ok: false; code: 'FLOW_HAS_PROBLEMS'; problems: Problem[] }
  | { ok: false; code: 'FLOW_INVALID'; problems: readonly ReadProblem[] }
  | { ok: false; code: 'FLOW_DELETED' }

/**
 * Makes the saved document the next immutable version and the one new calls use. Refused with the problems while the
 * checker finds errors (warnings pass; sentences in `locale`) or it cannot be read, and for a flow that is deleted or was never there.
 */
export function publishFlow(
  db: Db,
  tenantId: string,
  flowId: string,
  by: { userId?: string; message?: string; locale?: Language },
): Promise<PublishResult> {
  return inTenant(db, tenantId, async (tx): Promise<PublishResult> => {
    const read = await lockDocument(tx, tenantId, flowId, by.locale)
    if (!read) return { ok: false, code: 'FLOW_DELETED' }
    if (!read.document) return { ok: false, code: 'FLOW_INVALID', problems: read.problems }
    const { document } = read
    const services = await tx.service.findMany({ where: { tenantId }, select: { name: true } })
    const problems = check(document, { services: services.map((service) => service.name), locale: by.locale })
    if (problems.some((problem) => problem.severity === 'error')) return { ok: false, code: 'FLOW_HAS_PROBLEMS', problems }

    const last = await tx.flowVersion.aggregate({ where: { tenantId, flowId }, _max: { number: true } })
    const number = (last._max.number ?? 0) + 1
    const { userId: publishedById = null, message = '' } = by
    const data = { id: newId(), tenantId, flowId, number, document: asJsonColumn(document), publishedById, message }
    const { id, publishedAt } = await tx.flowVersion.create({ data })
    await tx.flow.update({ where: { tenantId_id: { tenantId, id: flowId } }, data: { publishedVersionId: id } })
    await audit(tx, tenantId, { userId: by.userId, action: 'flow.published', subject: flowId, detail: { versionId: id, number } })
    return { ok: true, version: { id, flowId, number, document, publishedAt } }
  })
}

/** What was published, newest first, without documents; with the calls each had since `callsSince` (all when not given). */
export function listVersions(
  db: Db,
  tenantId: string,
  flowId: string,
  { callsSince }: { callsSince?: Date } = {},
): Promise<FlowVersionSummary[]> {
  const select = { id: true, flowId: true, number: true, publishedAt: true, publishedById: true, message: true } as const
  return inTenant(db, tenantId, async (tx) => {
    const rows = await tx.flowVersion.findMany({ where: { tenantId, flowId, NOT: { number: null } }, select, orderBy: { number: 'desc' } })
    const where = { tenantId, flowId, startedAt: { gte: callsSince } }
    const counts = await tx.call.groupBy({ by: ['flowVersionId'], where, _count: { _all: true } })
    const calls = new Map(counts.map(({ flowVersionId, _count }) => [flowVersionId, _count._all]))
    const people = await peopleOf(
      tx,
      rows.flatMap(({ publishedById }) => publishedById ?? []),
    )
    return rows.flatMap(({ publishedById, number, ...row }) =>
      number === null ? [] : [{ ...row, number, publishedBy: people.get(publishedById ?? '') ?? null, calls: calls.get(row.id) ?? 0 }],
    )
  })
}

/** What a call is pinned to: a published version, or a draft that was tried. */
export async function getFlowVersion(db: Db, tenantId: string, versionId: string): Promise<StoredVersion | null> {
  const select = { id: true, flowId: true, number: true, publishedAt: true, document: true } as const
  const row = await inTenant(db, tenantId, (tx) => tx.flowVersion.findFirst({ where: { tenantId, id: versionId }, select }))
  return row && withDocument(row)
}

/** Null also for a draft that was tried. */
export async function getPublishedVersion(
  db: Db,
  tenantId: string,
  versionId: string,
): Promise<(StoredVersion & { number: number }) | null> {
  const version = await getFlowVersion(db, tenantId, versionId)
  return version && isPublished(version) ? version : null
}
const isPublished = (version: StoredVersion): version is StoredVersion & { number: number } => version.number !== null

/** Publishes of one flow queue here, so that numbers have no gaps and the last one wins. */
async function lockDocument(tx: Transaction, tenantId: string, flowId: string, locale?: Language): Promise<ReadDocument | null> {
  const rows = await tx.$queryRaw<{ document: unknown }[]>`
    SELECT document FROM "Flow" WHERE "tenantId" = ${tenantId}::uuid AND id = ${flowId}::uuid AND "deletedAt" IS NULL FOR UPDATE`
  return rows[0] ? withDocument(rows[0], { locale, unknownNodes: 'kept' }) : null
}
