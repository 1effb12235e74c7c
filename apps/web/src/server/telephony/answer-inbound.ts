import { type Db, DbError, findCarrierLine, findNumber, getTenant, type StoredConnection } from '@parley/db'
import { logger } from '../../logger.ts'
import { AppError } from '../app-error.ts'
import { beginCall } from '../calls/begin-call.ts'
import { publishedToCall } from '../calls/published-to-call.ts'
import { flowFor } from './flow-for.ts'
import { isRoomForCall } from './media-address.ts'
import { ownLimits } from './own-limits.ts'

type Inbound = { tenantId: string; connection: StoredConnection; carrierCallId: string; from: string; to: string }

/** The call of somebody who rings: begun on the flow of the number, or the one that was begun when the carrier asked before. Undefined: nobody answers. */
export async function answerInbound(db: Db, { tenantId, connection, carrierCallId, from, to }: Inbound): Promise<string | undefined> {
  const { id: connectionId } = connection
  const known = await findCarrierLine(db, tenantId, connectionId, carrierCallId)
  if (known) return known.callId
  const [number, tenant] = await Promise.all([findNumber(db, tenantId, connectionId, to), getTenant(db, tenantId)])
  const flowId = number && tenant && flowFor(number, Date.now(), tenant.timeZone)
  const refusal = !number ? 'NUMBER_NOT_FOUND' : !flowId ? 'NUMBER_CLOSED' : (await isRoomForCall(db)) ? undefined : 'MEDIA_FULL'
  if (!number || !flowId || refusal) {
    logger().warn({ code: refusal, connectionId }, 'a telephone call was not answered')
    return undefined
  }
  try {
    const version = await publishedToCall(db, tenantId, flowId)
    const limits = ownLimits(connection, 'inbound', version.document.settings.maxCallMs)
    const line = { connectionId, number: to, direction: 'inbound', carrierCallId, limits } as const
    const call = await beginCall(db, tenantId, version, {
      flowId,
      channel: 'phone',
      language: number.routing.language,
      contact: { phone: from },
      line,
    })
    return call.callId
  } catch (error) {
    if (error instanceof DbError && error.code === 'LINE_KNOWN') {
      return (await findCarrierLine(db, tenantId, connectionId, carrierCallId))?.callId
    }
    const code = error instanceof AppError ? error.appCode : isFull(error) ? error.code : undefined
    if (code === undefined) throw error
    logger().error({ code, connectionId }, 'a telephone call was not answered')
    return undefined
  }
}

const isFull = (error: unknown): error is DbError => error instanceof DbError && error.code === 'CONNECTION_FULL'
