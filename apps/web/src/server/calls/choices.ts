import { callChoices } from '@parley/db'
import { procedure } from '../trpc.ts'

/** What the list of calls can be narrowed to. */
export const choices = procedure.query(({ ctx }) => callChoices(ctx.db, ctx.tenantId))
