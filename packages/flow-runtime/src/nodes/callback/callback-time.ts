import type { NodeContext } from '../../node-type.ts'
import { timeZoneOf } from '../../time-zone-of.ts'
import type { SlotRequest, Understanding } from '../../understanding.ts'
import { isValueOf } from '../../values.ts'
import { instantOf } from '../../zoned-instant.ts'
import { zonedParts } from '../../zoned-parts.ts'
import { sureSlot } from '../understand-request.ts'
import type { CallbackMemory } from './callback-config.ts'

const dayMs = 86_400_000

/** No variable can be called so. */
const slotNames = { date: '_date', time: '_time', dateTime: '_at' } as const
export const timeSlots: readonly SlotRequest[] = [
  { name: slotNames.date, type: 'date' },
  { name: slotNames.time, type: 'time' },
  { name: slotNames.dateTime, type: 'dateTime' },
]

export type Said = Partial<Pick<CallbackMemory, 'date' | 'time'>>

/** The day and the time in the contact's words, as far as they name them. */
export function saidTime(result: Understanding, context: NodeContext): Said {
  const value = (type: keyof typeof slotNames) => {
    const found = sureSlot(result, slotNames[type], context)?.value
    return typeof found === 'string' && isValueOf({ name: '', type, pii: false }, found) ? found : undefined
  }
  const [date, time] = [value('date'), value('time')]
  const instant = date === undefined && time === undefined ? value('dateTime') : undefined
  if (instant !== undefined) return zonedParts(Date.parse(instant), timeZoneOf(context))
  return { ...(date === undefined ? {} : { date }), ...(time === undefined ? {} : { time }) }
}

/** A day and a time on the call's clock, and their instant (epoch milliseconds). */
export type Moment = { date: string; time: string; at: number }

/** When the next call would be; a time without a day is the next such time. undefined: not a time to come. */
export function momentOf({ date, time }: Pick<CallbackMemory, 'date' | 'time'>, context: NodeContext): Moment | undefined {
  if (time === null) return undefined
  const zone = timeZoneOf(context)
  const [today, tomorrow] = [zonedParts(context.now, zone).date, zonedParts(context.now + dayMs, zone).date]
  for (const day of date === null ? [today, tomorrow] : [date]) {
    const at = instantOf(day, time, zone)
    // What the clock shows: it may skip the time that was said.
    if (at !== undefined && at > context.now) return { ...zonedParts(at, zone), at }
  }
  return undefined
}
