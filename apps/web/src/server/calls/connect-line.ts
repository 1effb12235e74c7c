import { getCall } from '@parley/db'
import { AppError } from '../app-error.ts'
import { mediaAddress } from '../telephony/media-address.ts'
import { editorProcedure } from '../trpc.ts'
import { callIdInput } from './call-id-input.ts'

/**
 * Where a carrier connects its media socket for a call by telephone: an address that works once, for 30 seconds. Asked again, also while the call
 * runs, it gives a new one: a carrier whose socket died comes back with it.
 */
export const connectLine = editorProcedure.input(callIdInput).mutation(async ({ ctx, input: { callId } }) => {
  const call = await getCall(ctx.db, ctx.tenantId, callId)
  if (call?.channel !== 'phone') throw new AppError('CALL_NOT_FOUND', 'NOT_FOUND')
  if (call.status === 'ended') throw new AppError('CALL_ENDED', 'CONFLICT')
  const url = await mediaAddress(ctx.db, ctx.tenantId, { callId, lineId: callId, processId: null }, 'twilio')
  if (url === undefined) throw new AppError('MEDIA_FULL', 'SERVICE_UNAVAILABLE')
  return { url }
})
