import * as z from 'zod'
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

/** A contact's own coming appointments, soonest first; with `appointmentId` only that one. */
export const findAppointmentsInput = z.object({
  appointmentId: z.string().optional(),
  service: z.string().optional(),
  date: date.optional(),
  name: z.string().optional(),
  phone: z.string().optional(),
  timeZone: z.string(),
})
export const appointment = z.object({ appointmentId: z.string(), service: z.string(), startsAt: z.string(), date, time })
export const findAppointmentsOutput = z.object({ appointments: z.array(appointment) })
export type Appointment = z.output<typeof appointment>

/** Answered as `calendar.book`. */
export const rescheduleInput = z.object({ appointmentId: z.string(), startsAt: z.string() })
export const cancelInput = z.object({ appointmentId: z.string() })
export const cancelOutput = z.object({ cancelled: z.boolean() })

const fields = z.record(z.string(), z.json())
export const findContactInput = z.object({ by: z.enum(['phone', 'email', 'id']), value: z.string() })
export const findContactOutput = z.object({ found: z.boolean(), contact: fields.optional() })
export const updateContactInput = z.object({ by: z.enum(['phone', 'email', 'id']), value: z.string(), fields })
export const updateContactOutput = z.object({ found: z.boolean() })

export const sendMessageInput = z.object({
  channel: z.enum(['sms', 'email']),
  to: z.string(),
  subject: z.string().optional(),
  text: z.string(),
  language: z.enum(['en', 'fr']),
})
export const sendMessageOutput = z.object({ sent: z.boolean() })

export const httpRequestInput = z.object({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.json().optional(),
  retries: z.number().int().min(0).max(5),
})
/** Any answer below 400; worse ones are errors of the tool. */
export const httpRequestOutput = z.object({ status: z.number(), body: z.json() })

export const callToolInput = z.object({ server: z.string(), name: z.string(), arguments: fields, retries: z.number().int().min(0).max(5) })

export const answerInput = z.object({ question: z.string(), language: z.enum(['en', 'fr']), collection: z.string().optional() })
export const answerOutput = z.object({
  answer: z.string().nullable(),
  sources: z.array(z.object({ title: z.string(), url: z.string().optional() })),
})

export type FindTimesInput = z.output<typeof findTimesInput>
export type FindTimesOutput = z.output<typeof findTimesOutput>
export type BookInput = z.output<typeof bookInput>
export type BookOutput = z.output<typeof bookOutput>

/** What each tool takes and gives: read by the nodes and by whoever performs `callTool`. */
export const toolSchemas = {
  'calendar.findTimes': { input: findTimesInput, output: findTimesOutput },
  'calendar.book': { input: bookInput, output: bookOutput },
  'calendar.findAppointments': { input: findAppointmentsInput, output: findAppointmentsOutput },
  'calendar.reschedule': { input: rescheduleInput, output: bookOutput },
  'calendar.cancel': { input: cancelInput, output: cancelOutput },
  'contact.find': { input: findContactInput, output: findContactOutput },
  'contact.update': { input: updateContactInput, output: updateContactOutput },
  'message.send': { input: sendMessageInput, output: sendMessageOutput },
  'http.request': { input: httpRequestInput, output: httpRequestOutput },
  'tool.call': { input: callToolInput, output: z.json() },
  'knowledge.answer': { input: answerInput, output: answerOutput },
} as const satisfies Record<ToolName, { input: z.ZodType; output: z.ZodType }>
