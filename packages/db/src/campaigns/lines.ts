import { z } from 'zod'
import { DbError } from '../db-error.ts'
import { inTenant, type Transaction } from '../in-tenant.ts'
import type { Db } from '../open-db.ts'

/** Lines at once, and dials per second. `all`: how many calls the media processes can hold. `lifetimeMs`: after this long the line is free whatever happened. */
export type LineLimits = {
  campaign: number
  tenant: number
  connection: number
  all: number
  campaignPerSecond: number
  connectionPerSecond: number
  lifetimeMs: number
}

const noLine = z.enum(['campaignFull', 'tenantFull', 'connectionFull', 'mediaFull', 'fairShare', 'tooFast'])
/** `never`: the attempt must not dial any more. `retryMs`: when it is worth asking again. */
export type Reservation =
  | { line: 'reserved' }
  | { line: 'none'; reason: z.output<typeof noLine>; retryMs: number }
  | { line: 'never'; reason: 'notRunning' | 'suppressed' | 'attemptOver' }

const answer = z.object({ state: z.union([z.literal('reserved'), noLine]), retryMs: z.int() })

type Wanted = { attemptId: string; connectionId: string; limits: LineLimits }

/**
 * Takes a line for an attempt before it dials, in one transaction: no limit is ever passed, whoever asks at the same time. Looks once more whether the
 * campaign runs and whether the number may be called. Asked again, the attempt has the line it had.
 */
export const reserveLine = (db: Db, tenantId: string, { attemptId, ...wanted }: Wanted): Promise<Reservation> =>
  inTenant(db, tenantId, async (tx) => takeLine(tx, await readAttempt(tx, tenantId, attemptId), wanted))

const standing = z.object({
  attemptId: z.uuid(),
  status: z.enum(['queued', 'dialling', 'ended']),
  campaignId: z.uuid(),
  callId: z.uuid(),
  /** Until when its window is open, epoch milliseconds. */
  openUntil: z.number(),
  leadId: z.uuid(),
  contact: z.instanceof(Uint8Array),
  zones: z.array(z.string()),
  /** The campaign's. */
  campaign: z.string(),
  settings: z.unknown(),
  suppressed: z.boolean(),
})
/** All that decides whether an attempt may dial now. */
type Standing = z.output<typeof standing>

/** An attempt, locked until the transaction ends, so that two tries of one come one after the other. */
export async function readAttempt(tx: Transaction, tenantId: string, attemptId: string): Promise<Standing | undefined> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT a.id AS "attemptId", a.status::text, a."campaignId", a."callId", (a.decision->>'openUntil')::float8 AS "openUntil", l.id AS "leadId", l.contact, l.zones,
      c.status::text AS campaign, c.settings,
      EXISTS (SELECT FROM "Suppression" s WHERE s."tenantId" = l."tenantId" AND s."numberHash" = l."numberHash") OR coalesce((
        SELECT k.kind = 'withdrawn' FROM "Consent" k WHERE k."tenantId" = l."tenantId" AND k."numberHash" = l."numberHash" ORDER BY k.at DESC LIMIT 1
      ), false) AS suppressed
    FROM "Attempt" a JOIN "Lead" l ON l."tenantId" = a."tenantId" AND l.id = a."leadId"
    JOIN "Campaign" c ON c."tenantId" = a."tenantId" AND c.id = a."campaignId"
    WHERE a."tenantId" = ${tenantId}::uuid AND a.id = ${attemptId}::uuid FOR UPDATE OF a`
  return rows[0] === undefined ? undefined : standing.parse(rows[0])
}

/** The same within a transaction; others wait for its end. */
export async function takeLine(
  tx: Transaction,
  attempt: Standing | undefined,
  { connectionId, limits }: Omit<Wanted, 'attemptId'>,
): Promise<Reservation> {
  if (attempt?.status !== 'queued') return { line: 'never', reason: 'attemptOver' }
  if (attempt.campaign !== 'running') return { line: 'never', reason: 'notRunning' }
  if (attempt.suppressed) return { line: 'never', reason: 'suppressed' }
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT state, retry_ms AS "retryMs" FROM reserve_line(${attempt.callId}::uuid, ${attempt.attemptId}::uuid, ${attempt.campaignId}::uuid, ${connectionId}::uuid, ${limits.lifetimeMs}::int,
      ${limits.campaign}::int, ${limits.tenant}::int, ${limits.connection}::int, ${limits.all}::int,
      ${limits.campaignPerSecond}::float8, ${limits.connectionPerSecond}::float8)`
  const { state, retryMs } = answer.parse(rows[0])
  return state === 'reserved' ? { line: 'reserved' } : { line: 'none', reason: state, retryMs }
}

/** What a connection allows a call that belongs to no campaign. `perSecond`: null for a call that came in. */
export type OwnLimits = { atOnce: number; perSecond: number | null; lifetimeMs: number }

/**
 * Takes a line for a call of no campaign, in the transaction in which its row is made: it goes back when the call ends. Throws CONNECTION_FULL when the
 * connection has none left, and CONNECTION_TOO_FAST when it has just dialled.
 */
export async function takeOwnLine(
  tx: Transaction,
  callId: string,
  connectionId: string,
  { atOnce, perSecond, lifetimeMs }: OwnLimits,
): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT state, retry_ms AS "retryMs" FROM reserve_line(${callId}::uuid, NULL, NULL, ${connectionId}::uuid, ${lifetimeMs}::int,
      NULL, NULL, ${atOnce}::int, NULL, NULL, ${perSecond}::float8)`
  const { state } = answer.parse(rows[0])
  if (state === 'tooFast') throw new DbError('CONNECTION_TOO_FAST', 'The connection has just dialled.', { retryable: true })
  if (state !== 'reserved') throw new DbError('CONNECTION_FULL', 'All lines of the connection are in use.', { retryable: true })
}

/** Gives the line of an attempt back; once is enough. */
export async function releaseLine(db: Db, tenantId: string, attemptId: string): Promise<void> {
  await inTenant(db, tenantId, (tx) => tx.lineSlot.deleteMany({ where: { tenantId, attemptId } }))
}

/** Gives back the lines of attempts that are over or that outlived their time; says how many. */
export async function sweepLines(db: Db, tenantId: string, now = new Date()): Promise<number> {
  const { count } = await inTenant(db, tenantId, (tx) =>
    tx.lineSlot.deleteMany({ where: { tenantId, OR: [{ expiresAt: { lt: now } }, { attempt: { status: 'ended' } }] } }),
  )
  return count
}

/** Lines a tenant holds now. */
export const countLines = (db: Db, tenantId: string): Promise<number> =>
  inTenant(db, tenantId, (tx) => tx.lineSlot.count({ where: { tenantId } }))
