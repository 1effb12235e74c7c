import { procedure } from '../trpc.ts'
import { callIdInput } from './call-id-input.ts'
import { readCall } from './read-call.ts'

/** One call with its journal, personal data masked. */
export const get = procedure.input(callIdInput).query(({ ctx, input }) => readCall(ctx.db, ctx.tenantId, input.callId, { personal: false }))
