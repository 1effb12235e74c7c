import { setTimeout as delay } from 'node:timers/promises'
import { DbError, findConnection, getNumber, isSuppressed } from '@parley/db'
import { language } from '@parley/flow-runtime'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { isRoomForCall } from '../telephony/media-address.ts'
import { ownLimits } from '../telephony/own-limits.ts'
import { editorProcedure } from '../trpc.ts'
import { beginCall } from './begin-call.ts'
import { publishedToCall } from './published-to-call.ts'

const dialInput = z.object({
  flowId: z.uuid(),
  /** The tenant's number that is shown to whoever is called. */
  numberId: z.uuid(),
  /** E.164. */
  to: z.string().regex(/^\+[1-9]\d{6,14}$/),
  language: language.optional(),
})

const ringMs = 30_000
/** A connection that has just dialled is waited for. */
const turnWithinMs = 3_000
const askAgainMs = 150

/**
 * Calls a telephone: once, from one of the tenant's numbers, on the flow's published version. Refused while no process could conduct the call or the
 * connection has no free line, and for a number on the do-not-call list.
 */
export const dial = editorProcedure.input(dialInput).mutation(async ({ ctx, input: { flowId, numberId, to, language } }) => {
  const { db, tenantId } = ctx
  const number = await getNumber(db, tenantId, numberId)
  if (!number) throw new AppError('NUMBER_NOT_FOUND', 'NOT_FOUND')
  if (await isSuppressed(db, tenantId, to)) throw new AppError('NUMBER_SUPPRESSED')
  const connection = await findConnection(db, tenantId, number.connectionId)
  if (!connection?.enabled) throw new AppError('CONNECTION_NOT_FOUND')
  if (!(await isRoomForCall(db))) throw new AppError('MEDIA_FULL', 'SERVICE_UNAVAILABLE')
  const version = await publishedToCall(db, tenantId, flowId)
  const limits = ownLimits(connection, 'outbound', version.document.settings.maxCallMs)
  const line = { connectionId: connection.id, number: number.number, direction: 'outbound', limits } as const
  return inTurn(() => beginCall(db, tenantId, version, { flowId, channel: 'phone', language, contact: { phone: to }, line, ringMs }))
})

/** Throws CONNECTION_FULL when there is no line, or none in time. */
async function inTurn<T>(begin: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + turnWithinMs; ; await delay(askAgainMs)) {
    try {
      return await begin()
    } catch (error) {
      const code = error instanceof DbError ? error.code : undefined
      if (code === 'CONNECTION_TOO_FAST' && Date.now() < until) continue
      if (code === 'CONNECTION_FULL' || code === 'CONNECTION_TOO_FAST') throw new AppError('CONNECTION_FULL', 'SERVICE_UNAVAILABLE')
      throw error
    }
  }
}
