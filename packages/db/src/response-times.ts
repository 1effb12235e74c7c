import type { TurnStage } from '@parley/flow-runtime/turn-stages'
import type { CallChannel } from './generated/enums.ts'
import { inTenant } from './in-tenant.ts'
import type { Db } from './open-db.ts'
import { byFlow, byTime, countsOf, partsOf, slowestTurns, type TurnsIn, timeZoneOf } from './turn-statistics.ts'

/** Milliseconds within which half, nine tenths and 99 of a hundred turns are. */
export type Percentiles = { p50: number; p90: number; p99: number }

export type ResponseTimes = {
  /** Zone in which `series` is cut into hours or days. */
  timeZone: string
  /** Turns with a timing, those of them that were answered, and how the sound of the answers came. */
  counts: { turns: number; answered: number; kept: number; live: number; foreseen: number }
  /** Null when nothing was answered. */
  gap: Percentiles | null
  /** The same for as long a time before. */
  gapBefore: Percentiles | null
  /** In the answered turns; a part a turn did not have took no time in it, `turns` have it. */
  stages: ({ stage: TurnStage; turns: number } & Percentiles)[]
  /** Per flow and channel, most turns first; of all flows and channels whatever is wanted. */
  groups: ({ flowId: string; flowName: string; channel: CallChannel; turns: number } & Percentiles)[]
  /** Per hour or day in order, null where nothing was answered; `at` is its begin. */
  series: { at: Date; turns: number; p50: number | null; p90: number | null }[]
  slowest: { callId: string; flowName: string; number: number; at: Date; gapMs: number }[]
}

export type ResponseTimesWanted = { from: Date; until: Date; by: 'hour' | 'day'; flowId?: string; channel?: CallChannel }

/** How long callers waited for answers from `from` until before `until`, over all flows or one, all channels or one. */
export function responseTimes(db: Db, tenantId: string, wanted: ResponseTimesWanted): Promise<ResponseTimes> {
  const { from, until, by, flowId, channel } = wanted
  const turns: TurnsIn = { tenantId, from, until, flowId, channel }
  const before: TurnsIn = { ...turns, from: new Date(2 * Number(from) - Number(until)), until: from }
  return inTenant(db, tenantId, async (tx) => {
    const timeZone = await timeZoneOf(tx, tenantId)
    const { gap, stages } = await partsOf(tx, turns)
    return {
      timeZone,
      counts: await countsOf(tx, turns),
      gap,
      gapBefore: (await partsOf(tx, before, ['gap'])).gap,
      stages,
      groups: await byFlow(tx, { tenantId, from, until }),
      series: await byTime(tx, turns, by, timeZone),
      slowest: await slowestTurns(tx, turns),
    }
  })
}
