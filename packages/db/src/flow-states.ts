import { inTenant } from './in-tenant.ts'
import type { Db } from './open-db.ts'

/** Where a flow stands: `versionId` and `number` of what calls use (null before the first publication), whether the draft says something else by now, and whether anybody has called it. */
export type FlowState = {
  id: string
  name: string
  updatedAt: Date
  versionId: string | null
  number: number | null
  isChanged: boolean
  hasCalls: boolean
}

/** Every flow that is not deleted, last changed first. */
export function flowStates(db: Db, tenantId: string): Promise<FlowState[]> {
  return inTenant(
    db,
    tenantId,
    (tx) => tx.$queryRaw<FlowState[]>`
      SELECT f.id, f.name, f."updatedAt", v.id AS "versionId", v.number, coalesce(f.document <> v.document, false) AS "isChanged",
        EXISTS (SELECT 1 FROM "Call" c WHERE c."tenantId" = f."tenantId" AND c."flowId" = f.id) AS "hasCalls"
      FROM "Flow" f LEFT JOIN "FlowVersion" v ON v."tenantId" = f."tenantId" AND v.id = f."publishedVersionId"
      WHERE f."tenantId" = ${tenantId}::uuid AND f."deletedAt" IS NULL
      ORDER BY f."updatedAt" DESC, f.id DESC`,
  )
}
