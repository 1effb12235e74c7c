import { z } from 'zod'
import { DbError } from '../db-error.ts'
import { inTenant } from '../in-tenant.ts'
import { newId } from '../new-id.ts'
import type { Db } from '../open-db.ts'
import { campaignUnknown } from './campaigns.ts'
import { type LeadContact, writeContact } from './lead-contact.ts'
import { numberHash } from './number-hash.ts'

export type StagedRow = LeadContact & { row: number; zones: readonly string[]; country?: string }
export type ImportProblem = { row: number; column?: number; reason: string }

const commitTimeoutMs = 300_000
/** No file takes so long: its import died with the process that read it. */
const abandonedAfterMs = 24 * 60 * 60_000
const counts = z.object({ leads: z.int() })

/** Begins to stage a file of leads; what imports that died left aside is forgotten. Throws CAMPAIGN_UNKNOWN. */
export async function beginImport(db: Db, tenantId: string, campaignId: string): Promise<{ importId: string }> {
  const importId = newId()
  await inTenant(db, tenantId, async (tx) => {
    if ((await tx.campaign.count({ where: { tenantId, id: campaignId } })) === 0) throw campaignUnknown()
    const abandoned = { tenantId, committedAt: null, createdAt: { lt: new Date(Date.now() - abandonedAfterMs) } }
    await tx.leadImport.deleteMany({ where: abandoned })
    await tx.leadImport.create({ data: { id: importId, tenantId, campaignId } })
  })
  return { importId }
}

/** Keeps a batch of rows aside; no campaign sees them. */
export async function stageLeads(
  db: Db,
  tenantId: string,
  importId: string,
  batch: { leads: readonly StagedRow[]; refused: readonly ImportProblem[] },
): Promise<void> {
  const staged = batch.leads.map(({ row, phone, name, variables, zones, country }) => {
    const leadId = newId()
    const contact = writeContact(db, tenantId, leadId, { phone, ...(name === undefined ? {} : { name }), variables })
    return {
      leadId,
      tenantId,
      importId,
      row,
      numberHash: numberHash(db, tenantId, phone),
      contact,
      zones: [...zones],
      country: country ?? null,
    }
  })
  const problems = batch.refused.map(({ row, column, reason }) => ({ tenantId, importId, row, column: column ?? null, reason }))
  await inTenant(db, tenantId, async (tx) => {
    await tx.stagedLead.createMany({ data: staged })
    await tx.importProblem.createMany({ data: problems })
  })
}

/**
 * All staged rows become leads in one transaction, apart from those whose number is on the do-not-call list or in the campaign already, which are
 * added to the problems. Again it answers what it answered. Throws IMPORT_UNKNOWN.
 */
export function commitImport(db: Db, tenantId: string, importId: string): Promise<{ leads: number; refused: number }> {
  return inTenant(
    db,
    tenantId,
    async (tx) => {
      await tx.$queryRaw`SELECT id FROM "LeadImport" WHERE "tenantId" = ${tenantId}::uuid AND id = ${importId}::uuid FOR UPDATE`
      const found = await tx.leadImport.findFirst({ where: { tenantId, id: importId } })
      if (!found) throw new DbError('IMPORT_UNKNOWN', 'There is no such import in this tenant.')
      if (found.committedAt) return { leads: found.leads, refused: found.refused }
      // A new table has no statistics: left alone, the planner compares every row with every other.
      await tx.$executeRaw`SET LOCAL enable_nestloop = off`
      // Two files at once: whoever comes later finds the other's leads in its way; both in the same order, so neither waits for the other for ever.
      const counted = await tx.$queryRaw<unknown[]>`
        WITH staged AS MATERIALIZED (
          DELETE FROM "StagedLead" WHERE "tenantId" = ${tenantId}::uuid AND "importId" = ${importId}::uuid RETURNING *
        ), checked AS MATERIALIZED (
          SELECT s.*, x."numberHash" IS NOT NULL AS suppressed FROM staged s
          LEFT JOIN "Suppression" x ON x."tenantId" = s."tenantId" AND x."numberHash" = s."numberHash"
        ), added AS (
          INSERT INTO "Lead" (id, "tenantId", "campaignId", "numberHash", contact, zones, country)
          SELECT "leadId", "tenantId", ${found.campaignId}::uuid, "numberHash", contact, zones, country FROM checked
          WHERE NOT suppressed ORDER BY "numberHash" ON CONFLICT ("campaignId", "numberHash") DO NOTHING RETURNING id
        ), refused AS (
          INSERT INTO "ImportProblem" ("tenantId", "importId", row, reason)
          SELECT c."tenantId", c."importId", c.row, CASE WHEN c.suppressed THEN 'suppressed' ELSE 'duplicateInCampaign' END
          FROM checked c LEFT JOIN added a ON a.id = c."leadId" WHERE a.id IS NULL
        )
        SELECT count(*)::int AS leads FROM added`
      const { leads } = counts.parse(counted[0])
      const refused = await tx.importProblem.count({ where: { tenantId, importId } })
      await tx.leadImport.update({ where: { id: importId }, data: { committedAt: new Date(), leads, refused } })
      return { leads, refused }
    },
    commitTimeoutMs,
  )
}

/** Forgets a file that was not imported. */
export async function dropImport(db: Db, tenantId: string, importId: string): Promise<void> {
  await inTenant(db, tenantId, (tx) => tx.leadImport.deleteMany({ where: { tenantId, id: importId, committedAt: null } }))
}

/** The rows of a file that became no leads, in its order, from a row on. */
export async function listImportProblems(
  db: Db,
  tenantId: string,
  importId: string,
  { afterRow = 0, take }: { afterRow?: number; take: number },
): Promise<ImportProblem[]> {
  const where = { tenantId, importId, row: { gt: afterRow } }
  const rows = await inTenant(db, tenantId, (tx) => tx.importProblem.findMany({ where, orderBy: { row: 'asc' }, take }))
  return rows.map(({ row, column, reason }) => ({ row, ...(column === null ? {} : { column }), reason }))
}
