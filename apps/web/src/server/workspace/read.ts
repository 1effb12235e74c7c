import { getTenant, listMembers } from '@parley/db'
import { procedure } from '../trpc.ts'

/** The signed-in person's workspace: its name, zone and language of new flows, and who belongs to it. */
export const read = procedure.query(async ({ ctx }) => {
  const [tenant, members] = await Promise.all([getTenant(ctx.db, ctx.tenantId), listMembers(ctx.db, ctx.tenantId)])
  if (!tenant) throw new Error('A member of a tenant that does not exist.')
  const { name, timeZone, flowLanguage } = tenant
  return {
    name,
    timeZone,
    flowLanguage: flowLanguage === 'fr' ? ('fr' as const) : ('en' as const),
    members,
    userId: ctx.userId,
    mayChange: ctx.role === 'owner',
  }
})
