import { type CampaignSettings, campaignSettings } from '@parley/campaigns'
import { inTenant } from '../in-tenant.ts'
import type { Db } from '../open-db.ts'
import { type PausedBecause, pausedBecauseOf } from './breaker.ts'
import type { CampaignStatus } from './campaigns.ts'

/** What its page says of a campaign. `connection`: null when it was removed; `settings`: null when this release cannot read them. */
export type CampaignHead = {
  id: string
  name: string
  status: CampaignStatus
  createdAt: Date
  /** Why it paused itself; null when somebody else paused it, or it is not paused. */
  pausedBecause: PausedBecause | null
  flow: { id: string; name: string; versionNumber: number | null }
  settings: CampaignSettings | null
  connection: { name: string; isOn: boolean; isNumberThere: boolean; maxCalls: number } | null
}

/** A campaign with its flow and what it calls with; null when the tenant has none of this id. */
export function describeCampaign(db: Db, tenantId: string, id: string): Promise<CampaignHead | null> {
  return inTenant(db, tenantId, async (tx) => {
    const flowVersion = { select: { number: true, flow: { select: { id: true, name: true } } } } as const
    const row = await tx.campaign.findFirst({ where: { tenantId, id }, include: { flowVersion } })
    if (!row) return null
    const settings = campaignSettings.safeParse(row.settings).data ?? null
    const connection =
      settings &&
      (await tx.connection.findFirst({
        where: { tenantId, id: settings.connectionId },
        select: { name: true, enabled: true, maxCalls: true, numbers: { where: { number: settings.callerId }, select: { id: true } } },
      }))
    return {
      id,
      name: row.name,
      status: row.status,
      createdAt: row.createdAt,
      pausedBecause: pausedBecauseOf(row),
      flow: { ...row.flowVersion.flow, versionNumber: row.flowVersion.number },
      settings,
      connection: connection && {
        name: connection.name,
        isOn: connection.enabled,
        isNumberThere: connection.numbers.length > 0,
        maxCalls: connection.maxCalls,
      },
    }
  })
}
