import { z } from 'zod'
import { readFacts } from './call-facts.ts'
import type { StoredCall } from './calls.ts'
import { type OwnLimits, takeOwnLine } from './campaigns/lines.ts'
import { connectionOf, type StoredConnection } from './connections.ts'
import type { Line, LineState } from './generated/client.ts'
import { inTenant, type Transaction } from './in-tenant.ts'
import { newId } from './new-id.ts'
import type { Db } from './open-db.ts'

export type { LineState } from './generated/client.ts'
/** `statusCode` of a line for which the carrier was never asked, and never will be. */
export const dialNotBegun = 'DIAL_NOT_BEGUN'
export type LineDirection = 'inbound' | 'outbound'
/**
 * The carrier's side of a call: its own line, which has the call's id, or that of a colleague who is called to take it over. `number` is the tenant's own;
 * `to` and `processId` are of a colleague's line only: who is called, and the process that waits for the media socket.
 */
export type StoredLine = Pick<
  Line,
  | 'id'
  | 'callId'
  | 'connectionId'
  | 'number'
  | 'processId'
  | 'state'
  | 'carrierCallId'
  | 'status'
  | 'statusCode'
  | 'answeredBy'
  | 'dialledAt'
> & { direction: LineDirection; to: string | null }

/**
 * `limits`: what its connection allows; absent for an attempt of a campaign, which has its line already. `isClaimed`: whoever makes it asks the carrier to dial, and
 * nobody else may.
 */
export type NewLine = { connectionId: string; number: string; limits?: OwnLimits } & (
  | { direction: 'outbound'; isClaimed?: true }
  | { direction: 'inbound'; carrierCallId: string }
)

/** The line of a new call, in its transaction; an outbound one waits to be dialled. Throws as `takeOwnLine`. */
export async function createLine(tx: Transaction, tenantId: string, callId: string, { limits, ...line }: NewLine): Promise<void> {
  const { connectionId, number, direction } = line
  const stands =
    line.direction === 'inbound'
      ? { state: 'placed' as const, carrierCallId: line.carrierCallId }
      : line.isClaimed
        ? { state: 'dialling' as const, dialledAt: new Date() }
        : { state: 'waiting' as const }
  await tx.line.create({ data: { id: callId, callId, tenantId, connectionId, number, direction, ...stands } })
  if (limits) await takeOwnLine(tx, callId, line.connectionId, limits)
}

/** `effectId`: the transfer for which the colleague is called. `to`: E.164. */
export type NewColleagueLine = { callId: string; effectId: string; connectionId: string; number: string; to: string; processId: string }

/** A line that waits to be dialled to a colleague, one for each transfer of a call: undefined when that transfer has had its line. */
export async function createColleagueLine(db: Db, tenantId: string, { to, ...line }: NewColleagueLine): Promise<string | undefined> {
  const id = newId()
  const data = { ...line, id, tenantId, to: db.cipher.encrypt(to, toPlace(tenantId, id)), direction: 'outbound', state: 'waiting' as const }
  const { count } = await inTenant(db, tenantId, (tx) => tx.line.createMany({ data, skipDuplicates: true }))
  return count === 1 ? id : undefined
}

const toPlace = (tenantId: string, id: string) => [tenantId, 'Line', id, 'to']

/** The call's own line by the call's id, or a colleague's by its own. */
export async function findLine(db: Db, tenantId: string, id: string): Promise<StoredLine | null> {
  const row = await inTenant(db, tenantId, (tx) => tx.line.findFirst({ where: { tenantId, id } }))
  return row && lineOf(db, row)
}

/** `connection`: null when it is away or its keys cannot be read. */
export type Dial = Pick<StoredCall, 'facts' | 'flowVersionId'> & { line: StoredLine; connection: StoredConnection | null }

/** What there is to know before a carrier is told something about a line of a call, its own or a colleague's. */
export function findDial(db: Db, tenantId: string, { callId, lineId = callId }: { callId: string; lineId?: string }): Promise<Dial | null> {
  return inTenant(db, tenantId, async (tx) => {
    const row = await tx.line.findFirst({ where: { tenantId, id: lineId, callId } })
    const call = row && (await tx.call.findFirst({ where: { tenantId, id: callId }, select: { facts: true, flowVersionId: true } }))
    if (!call) return null
    const { flowVersionId, facts } = call
    const connection = await connectionOf(db, tx, tenantId, row.connectionId)
    return { line: lineOf(db, row), flowVersionId, facts: readFacts(db, tenantId, callId, facts), connection }
  })
}

/** The line that a carrier calls so. */
export async function findCarrierLine(db: Db, tenantId: string, connectionId: string, carrierCallId: string): Promise<StoredLine | null> {
  const row = await inTenant(db, tenantId, (tx) => tx.line.findFirst({ where: { tenantId, connectionId, carrierCallId } }))
  return row && lineOf(db, row)
}

/** True for the one who may ask the carrier to dial: once for each line, whoever dies afterwards. */
export async function claimDial(db: Db, tenantId: string, id: string): Promise<boolean> {
  const { count } = await inTenant(db, tenantId, (tx) =>
    tx.line.updateMany({ where: { tenantId, id, state: 'waiting' }, data: { state: 'dialling', dialledAt: new Date() } }),
  )
  return count === 1
}

/** What became of the dial. A line that the carrier has stays so: it may have told us itself before its answer came. */
export async function settleDial(
  db: Db,
  tenantId: string,
  id: string,
  settled: { state: Extract<LineState, 'placed' | 'refused' | 'unknown'>; carrierCallId?: string; statusCode?: string },
): Promise<void> {
  await inTenant(db, tenantId, (tx) =>
    tx.line.updateMany({ where: { tenantId, id, state: { in: ['dialling', 'unknown'] } }, data: settled }),
  )
}

/** Channel on which carriers' detections are told; payload `<call id>:<who answered>`. */
export const answererChannel = 'parley_answerer'
export type Answerer = 'human' | 'machine'

/** Who answered, in a carrier's word for it; undefined when it does not know. */
export const answererOf = (told: string | null): Answerer | undefined =>
  told === 'human' ? 'human' : told === 'machine' || told === 'fax' ? 'machine' : undefined

/** News of a line. */
export type LineNews = {
  connectionId: string
  carrierCallId: string
  /** The line it is about, when the carrier says it. */
  lineId?: string
  status: string
  /** Statuses after which this one may come. */
  after: readonly string[]
  code?: string
  answeredBy?: string
}
const noted = z.object({ callId: z.uuid(), lineId: z.uuid(), processId: z.uuid().nullable(), isPast: z.boolean() })
/** The line news are about, and its call. `isPast`: the conversation of the call is over. */
export type NotedNews = z.output<typeof noted>

/**
 * Writes down what a carrier tells of a line; also the carrier's name of a line that is being dialled. What is told late or again changes nothing. Undefined
 * when there is no such line.
 */
export function noteLineNews(db: Db, tenantId: string, news: LineNews): Promise<NotedNews | undefined> {
  const { connectionId, carrierCallId, status, after, code = null, answeredBy = null, lineId = null } = news
  return inTenant(db, tenantId, async (tx) => {
    const rows = await tx.$queryRaw<unknown[]>`
      UPDATE "Line" l SET
        state = CASE WHEN l."carrierCallId" IS NULL THEN 'placed'::"LineState" ELSE l.state END,
        "carrierCallId" = ${carrierCallId},
        status = CASE WHEN l.status IS NULL OR l.status = ANY(${[...after]}) THEN ${status} ELSE l.status END,
        "statusAt" = CASE WHEN l.status IS NULL OR l.status = ANY(${[...after]}) THEN now() ELSE l."statusAt" END,
        "statusCode" = CASE WHEN l.status IS NULL OR l.status = ANY(${[...after]}) THEN ${code} ELSE l."statusCode" END,
        "answeredBy" = coalesce(${answeredBy}, l."answeredBy")
      FROM "Call" c
      WHERE l."tenantId" = ${tenantId}::uuid AND c."tenantId" = l."tenantId" AND c.id = l."callId" AND l."connectionId" = ${connectionId}::uuid
        AND (l."carrierCallId" = ${carrierCallId} OR (l.id = ${lineId}::uuid AND l."carrierCallId" IS NULL AND l.state IN ('dialling', 'unknown')))
      RETURNING l.id AS "lineId", l."callId", l."processId", c.status IN ('wrappingUp', 'ended') AS "isPast"`
    if (rows[0] === undefined) return undefined
    const line = noted.parse(rows[0])
    const { lineId: id, callId } = line
    if (answeredBy && id === callId) await tx.$executeRaw`SELECT pg_notify(${answererChannel}, ${`${callId}:${answeredBy}`})`
    return line
  })
}

const lineOf = (db: Db, row: Line): StoredLine => ({
  id: row.id,
  callId: row.callId,
  connectionId: row.connectionId,
  number: row.number,
  to: row.to && db.cipher.decrypt(row.to, toPlace(row.tenantId, row.id)),
  processId: row.processId,
  direction: row.direction === 'inbound' ? 'inbound' : 'outbound',
  state: row.state,
  carrierCallId: row.carrierCallId,
  status: row.status,
  statusCode: row.statusCode,
  answeredBy: row.answeredBy,
  dialledAt: row.dialledAt,
})
