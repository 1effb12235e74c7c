import { createMediaToken, freestMediaProcess, getCall } from '@parley/db'
import { AppError } from '../app-error.ts'
import { procedure } from '../trpc.ts'
import { callIdInput } from './call-id-input.ts'

/**
 * Where a carrier connects its media socket for a call by telephone: an address that works once, for 30 seconds. Asked again, also while the call
 * runs, it gives a new one: a carrier whose socket died comes back with it.
 */
export const connectLine = procedure.input(callIdInput).mutation(async ({ ctx, input: { callId } }) => {
  const call = await getCall(ctx.db, ctx.tenantId, callId)
  if (call?.channel !== 'phone') throw new AppError('CALL_NOT_FOUND', 'NOT_FOUND')
  if (call.status === 'ended') throw new AppError('CALL_ENDED', 'CONFLICT')
  const process = await freestMediaProcess(ctx.db)
  if (!process) throw new AppError('MEDIA_FULL', 'SERVICE_UNAVAILABLE')
  const token = await createMediaToken(ctx.db, ctx.tenantId, callId)
  return { url: `${process.url.replace(/\/$/, '')}/media/twilio/${token}` }
})
