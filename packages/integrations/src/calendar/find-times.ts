import { busyTimes, openingHours } from '@parley/db'
import type { FindTimesInput, FindTimesOutput, FreeTime } from '@parley/flow-runtime'
import type { ToolContext } from '../tool-context.ts'
import { ToolError } from '../tool-error.ts'
import { availableTimes, searchDays, type Wanted } from './available-times.ts'
import { findService } from './find-service.ts'
import { instantOf, isoWithOffset } from './zoned-time.ts'

const dayMs = 86_400_000

/** Whether the wanted time is free, else the nearest ones. Throws SERVICE_UNKNOWN. */
export async function findTimes(context: ToolContext, input: FindTimesInput): Promise<FindTimesOutput> {
  const service = await findService(context, input.service)
  if (!service) throw new ToolError('SERVICE_UNKNOWN', `The calendar has no service "${input.service}".`)
  const { name, durationMin } = service
  return { ...(await freeTimes(context, input, durationMin)), service: { name, durationMin } }
}

/** As `findTimes` for a known duration. */
export async function freeTimes(
  { db, tenantId, now }: ToolContext,
  wanted: Wanted,
  durationMin: number,
): Promise<{ exact: boolean; times: FreeTime[] }> {
  const at = now()
  const wantedDay = wanted.date === undefined ? at : instantOf({ date: wanted.date, time: '00:00' }, wanted.timeZone)
  const from = Math.max(at, wantedDay) - 2 * dayMs
  const hours = await openingHours(db, tenantId)
  const { resourceIds, busy } = await busyTimes(db, tenantId, { from: new Date(from), to: new Date(from + (searchDays + 5) * dayMs) })
  const spans = busy.map(({ resourceId, startsAt, endsAt }) => ({ resourceId, startsAt: startsAt.getTime(), endsAt: endsAt.getTime() }))
  const { exact, times } = availableTimes({ hours, resourceIds, busy: spans }, wanted, durationMin, at)
  return { exact, times: times.map((slot) => ({ startsAt: isoWithOffset(slot.at, wanted.timeZone), date: slot.date, time: slot.time })) }
}
