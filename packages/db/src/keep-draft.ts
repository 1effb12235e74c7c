import { check, type Flow, type Language, type Problem } from '@parley/flow-runtime'
import { inTenant } from './in-tenant.ts'
import { asJsonColumn } from './json-column.ts'
import { newId } from './new-id.ts'
import type { Db } from './open-db.ts'

export type KeepDraftResult =
  /** `number` is null unless what is published says the same. */
  | { ok: true; version: { id: string; number: number | null } }
  | { ok: false; code: 'FLOW_HAS_PROBLEMS'; problems: Problem[] }
  | { ok: false; code: 'FLOW_DELETED' }

/**
 * Keeps a draft as it is now, so that a test call can be pinned to it: it gets no number and callers never come to it. What is published, or was
 * tried last, is used again where it says the same. Refused with the problems while the checker finds errors (sentences in `locale`).
 */
export function keepDraft(
  db: Db,
  tenantId: string,
  flowId: string,
  document: Flow,
  by: { userId?: string; locale?: Language } = {},
): Promise<KeepDraftResult> {
  return inTenant(db, tenantId, async (tx): Promise<KeepDraftResult> => {
    const flow = await tx.flow.findFirst({ where: { tenantId, id: flowId, deletedAt: null }, select: { publishedVersionId: true } })
    if (!flow) return { ok: false, code: 'FLOW_DELETED' }
    const services = await tx.service.findMany({ where: { tenantId }, select: { name: true } })
    const problems = check(document, { services: services.map((service) => service.name), locale: by.locale })
    if (problems.some((problem) => problem.severity === 'error')) return { ok: false, code: 'FLOW_HAS_PROBLEMS', problems }

    const stored = asJsonColumn(document)
    const [same] = await tx.$queryRaw<{ id: string; number: number | null }[]>`
      SELECT id, number FROM "FlowVersion"
      WHERE "tenantId" = ${tenantId}::uuid AND document = ${JSON.stringify(stored)}::jsonb AND id IN (
        ${flow.publishedVersionId}::uuid,
        (SELECT id FROM "FlowVersion" WHERE "tenantId" = ${tenantId}::uuid AND "flowId" = ${flowId}::uuid AND number IS NULL
          ORDER BY "publishedAt" DESC LIMIT 1))
      ORDER BY number NULLS LAST LIMIT 1`
    if (same) return { ok: true, version: same }
    const data = { id: newId(), tenantId, flowId, number: null, document: stored, publishedById: by.userId ?? null }
    const { id } = await tx.flowVersion.create({ data, select: { id: true } })
    return { ok: true, version: { id, number: null } }
  })
}
