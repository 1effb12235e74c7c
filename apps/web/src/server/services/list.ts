import { listServices } from '@parley/db'
import { procedure } from '../trpc.ts'

/** What can be booked. */
export const list = procedure.query(({ ctx }) => listServices(ctx.db, ctx.tenantId))
