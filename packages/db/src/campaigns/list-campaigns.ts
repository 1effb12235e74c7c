import { campaignSettings } from '@parley/campaigns'
import { z } from 'zod'
import type { CampaignStatus } from '../generated/enums.ts'
import { inTenant } from '../in-tenant.ts'
import type { Db } from '../open-db.ts'

/** A line of the list. `waiting`: leads that are not done with; `called`: that were dialled at least once. `flowVersion`: the number of the version that speaks. */
export type ListedCampaign = {
  id: string
  name: string
  status: CampaignStatus
  flowId: string
  flowName: string
  flowVersion: number | null
  leads: number
  waiting: number
  called: number
  firstDate?: string
  lastDate?: string
  createdAt: Date
}

const called = z.array(z.object({ campaignId: z.string(), leads: z.int() }))
const select = {
  id: true,
  name: true,
  status: true,
  settings: true,
  createdAt: true,
  flowVersion: { select: { number: true, flow: { select: { id: true, name: true } } } },
} as const

/** The campaigns of a tenant, newest first, with how far each came. */
export function listCampaigns(db: Db, tenantId: string, take: number): Promise<ListedCampaign[]> {
  return inTenant(db, tenantId, async (tx) => {
    const rows = await tx.campaign.findMany({ where: { tenantId }, select, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take })
    const some = { tenantId, campaignId: { in: rows.map(({ id }) => id) } }
    const leads = await tx.lead.groupBy({ by: ['campaignId'], where: some, _count: true })
    const waiting = await tx.lead.groupBy({ by: ['campaignId'], where: { ...some, status: { not: 'finished' } }, _count: true })
    const dialled = called.parse(
      await tx.$queryRaw`
        SELECT "campaignId", count(DISTINCT "leadId")::int AS leads FROM "Attempt"
        WHERE "tenantId" = ${tenantId}::uuid AND "campaignId" = ANY (${some.campaignId.in}::uuid[]) AND "dialledAt" IS NOT NULL
        GROUP BY "campaignId"`,
    )
    const leadsOf = new Map(leads.map(({ campaignId, _count }) => [campaignId, _count]))
    const waitingOf = new Map(waiting.map(({ campaignId, _count }) => [campaignId, _count]))
    const calledOf = new Map(dialled.map(({ campaignId, leads: count }) => [campaignId, count]))
    return rows.map(({ settings, flowVersion, ...row }) => {
      const { firstDate, lastDate } = campaignSettings.safeParse(settings).data?.schedule ?? {}
      return {
        ...row,
        flowId: flowVersion.flow.id,
        flowName: flowVersion.flow.name,
        flowVersion: flowVersion.number,
        leads: leadsOf.get(row.id) ?? 0,
        waiting: waitingOf.get(row.id) ?? 0,
        called: calledOf.get(row.id) ?? 0,
        firstDate,
        lastDate,
      }
    })
  })
}
