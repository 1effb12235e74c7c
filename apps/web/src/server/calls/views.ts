import { keepView, listSavedViews, removeView } from '@parley/db'
import { z } from 'zod'
import { callQuery, wantedCallsOf } from '../../calls/wanted-calls.ts'
import { procedure, router } from '../trpc.ts'

const kept = z.object({ name: z.string().trim().min(1).max(60), query: z.string().max(2_000) })
const cleaned = (query: string) => callQuery(wantedCallsOf(new URLSearchParams(query)))

/** The views of the list of calls that the signed-in person keeps. */
export const views = router({
  list: procedure.query(({ ctx }) => listSavedViews(ctx.db, ctx.tenantId, ctx.userId)),
  keep: procedure
    .input(kept)
    .mutation(({ ctx, input: { name, query } }) => keepView(ctx.db, ctx.tenantId, ctx.userId, { name, query: cleaned(query) })),
  remove: procedure
    .input(z.object({ viewId: z.uuid() }))
    .mutation(({ ctx, input }) => removeView(ctx.db, ctx.tenantId, ctx.userId, input.viewId)),
})
