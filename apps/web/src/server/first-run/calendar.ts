import { getTenant, listServices, openingHours } from '@parley/db'
import { procedure } from '../trpc.ts'

/** What the workspace is called, what can be booked and when it is open: what the path's questions start from. */
export const calendar = procedure.query(async ({ ctx: { db, tenantId } }) => {
  const [tenant, services, { spans }] = await Promise.all([getTenant(db, tenantId), listServices(db, tenantId), openingHours(db, tenantId)])
  return { name: tenant?.name ?? '', services: services.map(({ name, durationMin }) => ({ name, durationMin })), openingHours: spans }
})
