import type { NodeContext } from './node-type.ts'
import { timeZoneOf } from './time-zone-of.ts'
import type { Variables } from './variables.ts'
import { zonedParts } from './zoned-parts.ts'

/** The values expressions see: the variables (unset ones null or absent) and the facts of the call. `overlay` replaces variables. */
export function expressionScope(context: NodeContext, overlay?: Variables): Readonly<Record<string, unknown>> {
  const { head, state, now, nodeId } = context
  const { facts } = state
  const variables = overlay ? { ...state.variables, ...overlay } : state.variables
  return {
    ...variables,
    // Facts are put together only for the expressions that use them.
    get known() {
      return Object.fromEntries(head.variables.map(({ name }) => [name, (variables[name] ?? null) !== null]))
    },
    get call() {
      const startedAt = new Date(state.startedAt).toISOString()
      const { callId: id, direction, channel } = facts
      return { id, direction, channel, startedAt, language: state.language, ...zonedParts(now, timeZoneOf(context)) }
    },
    get contact() {
      const { name = '', phone = '', email = '', language = state.language, fields = {} } = facts.contact ?? {}
      return { name, phone, email, language, fields }
    },
    lead: facts.lead ?? {},
    turn: { count: state.turns },
    node: { visits: state.visits[nodeId] ?? 0 },
    silence: { count: state.silences },
  }
}
