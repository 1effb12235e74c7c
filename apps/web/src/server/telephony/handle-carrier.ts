import { type CarrierEvent, type CarrierReply, type CarrierRequest, carrierUrl, earlierStatuses } from '@parley/carriers'
import { type CarrierStatus, isOver } from '@parley/carriers/call-status'
import { type Db, findLine, type NotedNews, noteLineNews } from '@parley/db'
import { env } from '../../env.ts'
import { logger } from '../../logger.ts'
import { answerInbound } from './answer-inbound.ts'
import { callGoesOn } from './call-goes-on.ts'
import { mediaAddress } from './media-address.ts'
import { type OpenConnection, openConnection, rememberedConnection } from './open-connection.ts'
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
  const open = await rememberedConnection(db, connectionId)
  if (!open) return refused(404, 'CONNECTION_NOT_FOUND')
  if (!(await open.carrier.verify(request))) {
    logger().warn({ code: 'CARRIER_MESSAGE_FORGED', connectionId, event }, 'a message is not the carrier’s')
    return refused(403, 'CARRIER_MESSAGE_FORGED')
  }
  const { tenantId, type } = open
  const news = type.read(request)
  const note = (told: { carrierCallId: string; reference?: string; code?: string; answeredBy?: string }, status: CarrierStatus) => {
    const { carrierCallId, reference, code, answeredBy } = told
    const after = earlierStatuses(status)
    return noteLineNews(db, tenantId, { connectionId, carrierCallId, lineId: lineId ?? reference, status, after, code, answeredBy })
  }
  if (news?.type === 'status') {
    const { status, code } = news
    const noted = await note(news, status)
    // Told each time: the first telling may have failed after it was written down, and whoever is told lets late and doubled news change nothing.
    if (noted && isWorthTelling(status, noted))
      await tellLine(noted.callId, { status, code, lineId: noted.lineId === noted.callId ? undefined : noted.lineId })
    return type.replies.noted()
  }
  if (!news) return type.replies.noted()
  // Some carriers ask what to do and tell nothing else of its being answered.
  const noted = news.type === 'answered' ? await note(news, 'in-progress') : undefined
  if (noted) return connect(db, open, noted, event)
  const known = lineId ?? (news.type === 'answered' ? news.reference : undefined)
  if (known !== undefined) return find(db, open, known, event)
  if (news.type !== 'inbound') return type.replies.noted()
  const now = await openConnection(db, connectionId)
  if (!now?.connection.enabled) return type.replies.reject('busy')
  const begun = await answerInbound(db, { ...news, tenantId, connection: now.connection })
  return begun === undefined ? type.replies.reject('busy') : find(db, open, begun, event)
}

/**
 * Whether a call takes another course by it. That its own line was answered it learns from the media socket; whoever waits in vain for that looks it up. A call that
 * is being closed ends its lines itself.
 */
const isWorthTelling = (status: CarrierStatus, { callId, lineId, isPast }: NotedNews): boolean =>
  !isPast && (isOver(status) || (status === 'in-progress' && lineId !== callId))

/** As `connect`, of a line that has first to be looked up. */
async function find(db: Db, open: OpenConnection, lineId: string, event: CarrierEvent): Promise<CarrierReply> {
  const line = await findLine(db, open.tenantId, lineId)
  if (line?.connectionId !== open.connection.id) return refused(404, 'CALL_NOT_FOUND')
  const { callId, processId } = line
  return connect(db, open, { callId, lineId, processId, isPast: false }, event)
}

/** Where a line of a call goes: to a process that conducts the call, or down when there is nobody to talk to any more. */
async function connect(
  db: Db,
  { tenantId, type, connection }: OpenConnection,
  { callId, lineId, processId, isPast }: NotedNews,
  event: CarrierEvent,
): Promise<CarrierReply> {
  // A colleague whose socket went away was talking to a process that has lost the caller too.
  if (processId !== null && event === 'resume') return type.replies.hangUp()
  if ((processId !== null || event === 'resume') && (isPast || !(await callGoesOn(db, tenantId, callId)))) return type.replies.hangUp()
  const { kind } = type
  const mediaUrl = kind === 'sip' ? undefined : await mediaAddress(db, tenantId, { callId, lineId, processId }, kind)
  if (mediaUrl === undefined) {
    logger().error({ code: 'MEDIA_FULL', callId }, 'no process takes the line of a call')
    return type.replies.reject('busy')
  }
  return type.replies.connect({ mediaUrl, resumeUrl: carrierUrl(publicUrl(), 'resume', connection.id, lineId) })
}
