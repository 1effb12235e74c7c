import { type TurnStage, turnStages } from '@parley/flow-runtime/turn-stages'
import { Prisma } from './generated/client.ts'
import type { CallChannel } from './generated/enums.ts'
import type { Transaction } from './in-tenant.ts'
import { isOfVersion } from './is-of-version.ts'
import type { Percentiles, ResponseTimes } from './response-times.ts'

/** Which turns: of a tenant, in [from, until), perhaps of one flow or channel; never those of test calls of drafts. */
export type TurnsIn = { tenantId: string; from: Date; until: Date; flowId?: string; channel?: CallChannel }

type Part = 'gap' | TurnStage
const parts: readonly Part[] = ['gap', ...turnStages]
const slowestShown = 5

const isIn = ({ tenantId, from, until, flowId, channel }: TurnsIn) => Prisma.sql`
  t."tenantId" = ${tenantId}::uuid AND t.at >= ${from} AND t.at < ${until} AND ${isOfVersion(Prisma.sql`t."flowVersionId"`)}
  ${flowId === undefined ? Prisma.empty : Prisma.sql`AND t."flowId" = ${flowId}::uuid`}
  ${channel === undefined ? Prisma.empty : Prisma.sql`AND t.channel = ${channel}::"CallChannel"`}`
const isAnswered = (turns: TurnsIn) => Prisma.sql`${isIn(turns)} AND t."gapMs" IS NOT NULL`

const percentile = (share: number, ms: Prisma.Sql) => Prisma.sql`percentile_cont(${share}::float8) WITHIN GROUP (ORDER BY ${ms})`
const percentiles = (ms: Prisma.Sql) =>
  Prisma.sql`${percentile(0.5, ms)} AS p50, ${percentile(0.9, ms)} AS p90, ${percentile(0.99, ms)} AS p99`
const gapMs = Prisma.sql`t."gapMs"`

/** The zone the tenant lives in. */
export async function timeZoneOf(tx: Transaction, tenantId: string): Promise<string> {
  return (await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { timeZone: true } })).timeZone
}

export async function countsOf(tx: Transaction, turns: TurnsIn): Promise<ResponseTimes['counts']> {
  const [row] = await tx.$queryRaw<ResponseTimes['counts'][]>`
    SELECT count(*)::int AS turns, count(t."gapMs")::int AS answered,
      count(*) FILTER (WHERE t.audio = 'kept')::int AS kept, count(*) FILTER (WHERE t.audio = 'live')::int AS live,
      count(*) FILTER (WHERE t.foreseen)::int AS foreseen
    FROM "Turn" t WHERE ${isIn(turns)}`
  return row ?? { turns: 0, answered: 0, kept: 0, live: 0, foreseen: 0 }
}

/** The gap and the stages it is made of, in one pass. */
export async function partsOf(
  tx: Transaction,
  turns: TurnsIn,
  wanted: readonly Part[] = parts,
): Promise<Pick<ResponseTimes, 'gap' | 'stages'>> {
  const values = wanted.map((part) => Prisma.sql`(${part}::text, ${Prisma.raw(`t."${part}Ms"`)})`)
  const rows = await tx.$queryRaw<({ part: Part; turns: number } & Percentiles)[]>`
    SELECT v.part, count(v.ms)::int AS turns, ${percentiles(Prisma.sql`coalesce(v.ms, 0)`)}
    FROM "Turn" t CROSS JOIN LATERAL (VALUES ${Prisma.join(values)}) AS v(part, ms)
    WHERE ${isAnswered(turns)} GROUP BY v.part`
  const found = new Map(rows.map(({ part, ...row }) => [part, row]))
  const gap = found.get('gap')
  return {
    gap: gap ? { p50: gap.p50, p90: gap.p90, p99: gap.p99 } : null,
    stages: turnStages.flatMap((stage) => {
      const row = found.get(stage)
      return row ? [{ stage, ...row }] : []
    }),
  }
}

export function byFlow(tx: Transaction, turns: TurnsIn): Promise<ResponseTimes['groups']> {
  return tx.$queryRaw<ResponseTimes['groups']>`
    SELECT t."flowId", f.name AS "flowName", t.channel::text AS channel, count(*)::int AS turns, ${percentiles(gapMs)}
    FROM "Turn" t JOIN "Flow" f ON f."tenantId" = t."tenantId" AND f.id = t."flowId"
    WHERE ${isAnswered(turns)} GROUP BY t."flowId", f.name, t.channel ORDER BY count(*) DESC, f.name, t.channel`
}

/** Hours or days of the zone, also those without answers. */
export function byTime(tx: Transaction, turns: TurnsIn, by: 'hour' | 'day', timeZone: string): Promise<ResponseTimes['series']> {
  const local = (at: Prisma.Sql) => Prisma.sql`date_trunc(${by}, ${at} AT TIME ZONE ${timeZone})`
  const last = new Date(Number(turns.until) - 1)
  return tx.$queryRaw<ResponseTimes['series']>`
    WITH spans AS (
      SELECT generate_series(
        ${local(Prisma.sql`${turns.from}::timestamptz`)}, ${local(Prisma.sql`${last}::timestamptz`)}, ${`1 ${by}`}::interval
      ) AS local
    ), answered AS (SELECT ${local(Prisma.sql`t.at`)} AS local, t."gapMs" FROM "Turn" t WHERE ${isAnswered(turns)})
    SELECT s.local AT TIME ZONE ${timeZone} AS at, count(t."gapMs")::int AS turns,
      ${percentile(0.5, gapMs)} AS p50, ${percentile(0.9, gapMs)} AS p90
    FROM spans s LEFT JOIN answered t ON t.local = s.local GROUP BY s.local ORDER BY s.local`
}

export function slowestTurns(tx: Transaction, turns: TurnsIn): Promise<ResponseTimes['slowest']> {
  return tx.$queryRaw<ResponseTimes['slowest']>`
    SELECT t."callId", f.name AS "flowName", t.number, t.at, t."gapMs"
    FROM "Turn" t JOIN "Flow" f ON f."tenantId" = t."tenantId" AND f.id = t."flowId"
    WHERE ${isAnswered(turns)} ORDER BY t."gapMs" DESC, t.at DESC LIMIT ${slowestShown}`
}
