import { recordAudit } from '@parley/db'
import { procedure } from '../trpc.ts'
import { callIdInput } from './call-id-input.ts'
import { readCall } from './read-call.ts'

/** The same call with personal data; who asked is recorded first. */
export const reveal = procedure.input(callIdInput).mutation(async ({ ctx, input: { callId } }) => {
  await recordAudit(ctx.db, ctx.tenantId, { userId: ctx.userId, action: 'call.personalDataShown', subject: callId })
  return readCall(ctx.db, ctx.tenantId, callId, { personal: true })
})
