import type { Json, ToolName } from '@parley/flow-runtime'

/** The tenant's connected systems, as a call sees them. The same key never acts twice. */
export type Tools = { call(tool: ToolName, input: Json, idempotencyKey: string): Promise<Json> }

/** Tools that change the world: the journal must be stored before they are called, so that a successor calls them with the same key. */
export const toolWrites: Record<ToolName, boolean> = {
  'calendar.findTimes': false,
  'calendar.book': true,
  'calendar.findAppointments': false,
  'calendar.reschedule': true,
  'calendar.cancel': true,
  'contact.find': false,
  'contact.update': true,
  'message.send': true,
  'http.request': true,
  'tool.call': true,
  'knowledge.answer': false,
}
