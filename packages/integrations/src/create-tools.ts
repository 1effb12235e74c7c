import { cancelAppointment } from '@parley/db'
import { type Json, type ToolName, toolSchemas } from '@parley/flow-runtime'
import { z } from 'zod'
import { book } from './calendar/book.ts'
import { findAppointments } from './calendar/find-appointments.ts'
import { findTimes } from './calendar/find-times.ts'
import { reschedule } from './calendar/reschedule.ts'
import type { ToolContext } from './tool-context.ts'
import { ToolError } from './tool-error.ts'

type Handler = (context: ToolContext, input: Json, idempotencyKey: string) => Promise<Json>

/** The tools that are connected; the others are refused by name. */
const handlers: Partial<Record<ToolName, Handler>> = {
  'calendar.findTimes': async (context, input) => findTimes(context, parse(toolSchemas['calendar.findTimes'].input, input)),
  'calendar.book': async (context, input, key) => book(context, parse(toolSchemas['calendar.book'].input, input), key),
  'calendar.findAppointments': async (context, input) =>
    findAppointments(context, parse(toolSchemas['calendar.findAppointments'].input, input)),
  'calendar.reschedule': async (context, input) => reschedule(context, parse(toolSchemas['calendar.reschedule'].input, input)),
  'calendar.cancel': async ({ db, tenantId }, input) => {
    const { appointmentId } = parse(toolSchemas['calendar.cancel'].input, input)
    const known = z.uuid().safeParse(appointmentId).success
    return { cancelled: known && (await cancelAppointment(db, tenantId, appointmentId)) }
  },
}

/**
 * The tenant's tools for one call. The same idempotency key never acts twice. Throws ToolError for what cannot be
 * answered, DbError when the database is away.
 */
export function createTools(context: ToolContext) {
  return {
    call: async (tool: ToolName, input: Json, idempotencyKey: string): Promise<Json> => {
      const handler = handlers[tool]
      if (!handler) throw new ToolError('TOOL_NOT_CONNECTED', `This flow uses ${tool}, which is not connected yet.`)
      return handler(context, input, idempotencyKey)
    },
  }
}

function parse<T>(schema: { safeParse(input: unknown): { success: true; data: T } | { success: false; error: unknown } }, input: Json): T {
  const parsed = schema.safeParse(input)
  if (!parsed.success) throw new ToolError('TOOL_INPUT_INVALID', 'The tool was given something else than it takes.', parsed.error)
  return parsed.data
}
