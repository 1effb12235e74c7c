import { type CarrierEvent, type CarrierReply, type CarrierRequest, carrierUrl, earlierStatuses } from '@parley/carriers'
import { type Db, findLine, noteLineNews } from '@parley/db'
import { env } from '../../env.ts'
import { logger } from '../../logger.ts'
import { answerInbound } from './answer-inbound.ts'
import { callGoesOn } from './call-goes-on.ts'
import { mediaAddress } from './media-address.ts'
import { type OpenConnection, openConnection } from './open-connection.ts'
import { tellLine } from './tell-line.ts'

export type CarrierVisit = { connectionId: string; event: CarrierEvent; lineId?: string; request: CarrierRequest }

const refused = (status: number, code: string): CarrierReply => ({
  status,
  contentType: 'application/json',
  body: JSON.stringify({ code }),
})

/** The studio's address as carriers see it. */
export const publicUrl = () => env().PARLEY_PUBLIC_URL ?? env().NEXTAUTH_URL

/**
 * What a carrier is answered. Who it is, is checked first; the same news told twice count once. `event`: what the address is for. `lineId`: the line it
 * was made for, as the address says, absent for a number that is called.
 */
export async function handleCarrier(db: Db, { connectionId, event, lineId, request }: CarrierVisit): Promise<CarrierReply> {
  const open = await openConnection(db, connectionId)
  if (!open) return refused(404, 'CONNECTION_NOT_FOUND')
  if (!(await open.carrier.verify(request))) {
    logger().warn({ code: 'CARRIER_MESSAGE_FORGED', connectionId, event }, 'a message is not the carrier’s')
    return refused(403, 'CARRIER_MESSAGE_FORGED')
  }
  const { tenantId, type } = open
  const news = type.read(request)
  if (news?.type === 'status') {
    const { carrierCallId, status, code, answeredBy } = news
    const about = lineId ?? news.reference
    const noted = await noteLineNews(db, tenantId, {
      connectionId,
      carrierCallId,
      lineId: about,
      status,
      after: earlierStatuses(status),
      code,
      answeredBy,
    })
    // Told each time: the first telling may have failed after it was written down, and whoever is told lets late and doubled news change nothing. That a dial has
    // begun is known to whoever asked for it.
    if (noted !== undefined && status !== 'initiated') {
      const { callId, lineId: of } = noted
      await tellLine(callId, { status, code, lineId: of === callId ? undefined : of })
    }
    return type.replies.noted()
  }
  if (!news) return type.replies.noted()
  const known = lineId ?? (news.type === 'answered' ? news.reference : undefined)
  if (known !== undefined) return connect(db, open, known, event)
  if (news.type !== 'inbound') return type.replies.noted()
  if (!open.connection.enabled) return type.replies.reject('busy')
  const begun = await answerInbound(db, { ...news, tenantId, connection: open.connection })
  return begun === undefined ? type.replies.reject('busy') : connect(db, open, begun, event)
}

/** Where a line of a call goes: to a process that conducts the call, or down when there is nobody to talk to any more. */
async function connect(db: Db, { tenantId, type, connection }: OpenConnection, lineId: string, event: CarrierEvent): Promise<CarrierReply> {
  const line = await findLine(db, tenantId, lineId)
  if (line?.connectionId !== connection.id) return refused(404, 'CALL_NOT_FOUND')
  const { callId, processId } = line
  // A colleague whose socket went away was talking to a process that has lost the caller too.
  if (processId !== null && event === 'resume') return type.replies.hangUp()
  if ((processId !== null || event === 'resume') && !(await callGoesOn(db, tenantId, callId))) return type.replies.hangUp()
  const { kind } = type
  const mediaUrl = kind === 'sip' ? undefined : await mediaAddress(db, tenantId, { callId, lineId, processId }, kind)
  if (mediaUrl === undefined) {
    logger().error({ code: 'MEDIA_FULL', callId }, 'no process takes the line of a call')
    return type.replies.reject('busy')
  }
  return type.replies.connect({ mediaUrl, resumeUrl: carrierUrl(publicUrl(), 'resume', connection.id, lineId) })
}
