import { claimJoin, finishCall, getCall } from '@parley/db'
import { callWorkflowId, contactIdentity, roomName } from '@parley/temporal/contract'
import { AccessToken, TrackSource } from 'livekit-server-sdk'
import { env } from '../../env.ts'
import { AppError } from '../app-error.ts'
import { withTemporal } from '../temporal-client.ts'
import { editorProcedure } from '../trpc.ts'
import { createWaker } from '../watched-calls.ts'
import { callIdInput } from './call-id-input.ts'

const readyWithinMs = 10_000
const pollMs = 500

/** Waits for the room and hands out the one entry of the contact: address and token (2 minutes). */
export const join = editorProcedure.input(callIdInput).mutation(async ({ ctx, input: { callId } }) => {
  const status = await waitUntilReady((id) => getCall(ctx.db, ctx.tenantId, id), callId)
  if (status === 'late') {
    await withTemporal((client) => client.workflow.getHandle(callWorkflowId(callId)).cancel()).catch(() => undefined)
    await finishCall(ctx.db, ctx.tenantId, callId, { outcome: 'failed', failureCode: 'CALL_ROOM_NOT_READY', turns: 0 })
    throw new AppError('CALL_ROOM_NOT_READY', 'TIMEOUT')
  }
  if (status === 'ended') throw new AppError('CALL_ENDED', 'CONFLICT')
  if (!(await claimJoin(ctx.db, ctx.tenantId, callId))) throw new AppError('CALL_ALREADY_JOINED', 'CONFLICT')
  return { url: env().LIVEKIT_URL, token: await contactToken(callId) }
})

async function waitUntilReady(read: (callId: string) => ReturnType<typeof getCall>, callId: string): Promise<'ready' | 'ended' | 'late'> {
  const waker = createWaker(callId)
  const deadlineAt = Date.now() + readyWithinMs
  try {
    while (Date.now() < deadlineAt) {
      const call = await read(callId)
      if (!call) throw new AppError('CALL_NOT_FOUND', 'NOT_FOUND')
      if (call.status === 'ended') return 'ended'
      if (call.status !== 'created') return 'ready'
      await waker.next(Math.min(pollMs, deadlineAt - Date.now()))
    }
    return 'late'
  } finally {
    waker.stop()
  }
}

function contactToken(callId: string): Promise<string> {
  const token = new AccessToken(env().LIVEKIT_API_KEY, env().LIVEKIT_API_SECRET, { identity: contactIdentity, ttl: 120 })
  token.addGrant({
    room: roomName(callId),
    roomJoin: true,
    canSubscribe: true,
    canPublish: true,
    canPublishSources: [TrackSource.MICROPHONE],
    canPublishData: false,
  })
  return token.toJwt()
}
