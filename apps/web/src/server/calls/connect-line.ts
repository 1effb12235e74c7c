import { createMediaToken, freeMediaProcesses, getCall } from '@parley/db'
import { AppError } from '../app-error.ts'
import { procedure } from '../trpc.ts'
import { callIdInput } from './call-id-input.ts'

const healthWithinMs = 500

/**
 * Where a carrier connects its media socket for a call by telephone: an address that works once, for 30 seconds. Asked again, also while the call
 * runs, it gives a new one: a carrier whose socket died comes back with it.
 */
export const connectLine = procedure.input(callIdInput).mutation(async ({ ctx, input: { callId } }) => {
  const call = await getCall(ctx.db, ctx.tenantId, callId)
  if (call?.channel !== 'phone') throw new AppError('CALL_NOT_FOUND', 'NOT_FOUND')
  if (call.status === 'ended') throw new AppError('CALL_ENDED', 'CONFLICT')
  const base = await firstThatTakesCalls((await freeMediaProcesses(ctx.db)).map(({ url }) => url.replace(/\/$/, '')))
  if (base === undefined) throw new AppError('MEDIA_FULL', 'SERVICE_UNAVAILABLE')
  const token = await createMediaToken(ctx.db, ctx.tenantId, callId)
  return { url: `${base}/media/twilio/${token}` }
})

/** A process that died a moment ago is still on the list: each is asked before a carrier is sent there. */
async function firstThatTakesCalls(urls: readonly string[]): Promise<string | undefined> {
  for (const url of urls) {
    const answer = await fetch(`${url.replace(/^ws/, 'http')}/health`, { signal: AbortSignal.timeout(healthWithinMs) }).catch(
      () => undefined,
    )
    if (answer?.ok) return url
  }
  return undefined
}
