import { listCampaigns } from '@parley/db'
import { procedure } from '../trpc.ts'

const mostListed = 200

/** The tenant's campaigns with how far they came, newest first. */
export const list = procedure.query(async ({ ctx: { db, tenantId, role } }) => ({
  campaigns: await listCampaigns(db, tenantId, mostListed),
  mayChange: role !== 'viewer',
}))
