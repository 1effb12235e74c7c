import { z } from 'zod'
import type { ToolName } from './effects.ts'

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const time = z.string().regex(/^\d{2}:\d{2}$/)

/** A free time: the instant (ISO with offset) and the same on the calendar and the clock of the wanted zone. */
export const freeTime = z.object({ startsAt: z.string().min(1), date, time })
export type FreeTime = z.output<typeof freeTime>

/** Asks for the wanted time, or the nearest ones. */
export const findTimesInput = z.object({
  service: z.string(),
  date: date.optional(),
  time: time.optional(),
  /** IANA zone of `date` and `time`. */
  timeZone: z.string(),
})
/** `exact`: the wanted time is free and is the first; otherwise up to three nearest; none within 14 days: empty. */
export const findTimesOutput = z.object({
  exact: z.boolean(),
  times: z.array(freeTime),
  service: z.object({ name: z.string(), durationMin: z.number() }),
})

export const bookInput = z.object({ service: z.string(), startsAt: z.string(), name: z.string().optional(), phone: z.string().optional() })
/** When it could not be booked, `times` are the nearest free ones. */
export const bookOutput = z.discriminatedUnion('booked', [
  z.object({ booked: z.literal(true), appointmentId: z.string(), startsAt: z.string(), date, time }),
  z.object({ booked: z.literal(false), reason: z.enum(['taken', 'closed', 'unknownService']), times: z.array(freeTime) }),
])

export type FindTimesInput = z.output<typeof findTimesInput>
export type FindTimesOutput = z.output<typeof findTimesOutput>
export type BookInput = z.output<typeof bookInput>
export type BookOutput = z.output<typeof bookOutput>

/** What each tool takes and gives: read by the book node and by whoever performs `callTool`. */
export const toolSchemas = {
  'calendar.findTimes': { input: findTimesInput, output: findTimesOutput },
  'calendar.book': { input: bookInput, output: bookOutput },
} as const satisfies Record<ToolName, { input: z.ZodType; output: z.ZodType }>
