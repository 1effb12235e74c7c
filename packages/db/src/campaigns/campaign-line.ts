import { inTenant, type Transaction } from '../in-tenant.ts'
import type { Db } from '../open-db.ts'

type Place = { connectionId: string; callerId: string }
type CampaignLine = { maxCalls: number; callsPerSecond: number }

/** What the carrier allows a campaign; null when its connection is away or switched off, or its caller id is no number of that connection any more. */
export const findCampaignLine = (db: Db, tenantId: string, place: Place): Promise<CampaignLine | null> =>
  inTenant(db, tenantId, (tx) => campaignLine(tx, tenantId, place))

/** The same within a transaction. */
export function campaignLine(tx: Transaction, tenantId: string, { connectionId, callerId }: Place): Promise<CampaignLine | null> {
  const where = { tenantId, id: connectionId, enabled: true, numbers: { some: { tenantId, number: callerId } } }
  return tx.connection.findFirst({ where, select: { maxCalls: true, callsPerSecond: true } })
}
