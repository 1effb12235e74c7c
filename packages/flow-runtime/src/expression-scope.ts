import type { NodeContext } from './node-type.ts'
import { timeZoneOf } from './time-zone-of.ts'
import type { Variables } from './variables.ts'
import { zonedParts } from './zoned-parts.ts'

/** The values expressions see: the variables (unset ones absent) and the facts of the call. `overlay` replaces variables, or adds names. */
export function expressionScope(context: NodeContext, overlay: Variables = {}): Record<string, unknown> {
  const { head, state, now } = context
  const values: Record<string, unknown> = { ...overlay }
  const known: Record<string, boolean> = {}
  for (const { name } of head.variables) {
    const value = overlay[name] ?? state.variables[name]
    known[name] = value !== undefined && value !== null
    if (known[name]) values[name] = value
    else delete values[name]
  }
  const { facts } = state
  const contact = { name: facts.contact?.name ?? '', phone: facts.contact?.phone ?? '' }
  return {
    ...values,
    known,
    contact,
    turn: { count: state.turns },
    // The clock is asked only by the expressions that use it.
    get call() {
      const startedAt = new Date(state.startedAt).toISOString()
      const { callId: id, direction, channel } = facts
      return { id, direction, channel, startedAt, ...zonedParts(now, timeZoneOf(context)) }
    },
  }
}
