import { type Json, type ToolName, toolSchemas } from '@parley/flow-runtime'
import { book } from './calendar/book.ts'
import { findTimes } from './calendar/find-times.ts'
import type { ToolContext } from './tool-context.ts'
import { ToolError } from './tool-error.ts'

type Handler = (context: ToolContext, input: Json, idempotencyKey: string) => Promise<Json>

const handlers: Record<ToolName, Handler> = {
  'calendar.findTimes': async (context, input) => findTimes(context, parse(toolSchemas['calendar.findTimes'].input, input)),
  'calendar.book': async (context, input, key) => book(context, parse(toolSchemas['calendar.book'].input, input), key),
}

/**
 * The tenant's tools for one call. The same idempotency key never acts twice. Throws ToolError for what cannot be
 * answered, DbError when the database is away.
 */
export function createTools(context: ToolContext) {
  return {
    call: (tool: ToolName, input: Json, idempotencyKey: string): Promise<Json> => handlers[tool](context, input, idempotencyKey),
  }
}

function parse<T>(schema: { safeParse(input: unknown): { success: true; data: T } | { success: false; error: unknown } }, input: Json): T {
  const parsed = schema.safeParse(input)
  if (!parsed.success) throw new ToolError('TOOL_INPUT_INVALID', 'The tool was given something else than it takes.', parsed.error)
  return parsed.data
}
