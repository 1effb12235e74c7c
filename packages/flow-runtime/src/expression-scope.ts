import type { NodeContext } from './node-type.ts'
import { timeZoneOf } from './time-zone-of.ts'
import type { Json, Variables } from './variables.ts'
import { visitsOf } from './visits.ts'
import { zonedParts } from './zoned-parts.ts'

/** What expressions see under each name; undefined where nothing is known. */
export type ExpressionScope = ReadonlyMap<string, unknown>

/** The values expressions see: the variables and the facts of the call. `overlay` replaces variables; null hides one. */
export const expressionScope = (context: NodeContext, overlay: Variables = {}): ExpressionScope => new CallScope(context, overlay)

/**
 * Reads variables where they are, and puts a fact together only for the expressions that use it, once: every text has a scope of
 * its own, and most use one or two names of it.
 */
class CallScope extends Map<string, unknown> {
  private readonly context: NodeContext
  private readonly overlay: Variables

  constructor(context: NodeContext, overlay: Variables) {
    super()
    this.context = context
    this.overlay = overlay
  }

  override get(name: string): unknown {
    const fact = facts.get(name)
    if (!fact) return this.variable(name)
    const known = super.get(name)
    if (known !== undefined) return known
    const value = fact(this.context, this)
    this.set(name, value)
    return value
  }

  variable(name: string): Json | undefined {
    return (Object.hasOwn(this.overlay, name) ? this.overlay[name] : this.context.state.variables[name]) ?? undefined
  }
}

type Fact = (context: NodeContext, scope: CallScope) => object

const facts: ReadonlyMap<string, Fact> = new Map<string, Fact>([
  [
    'known',
    ({ head }, scope) => {
      const known: Record<string, boolean> = {}
      for (const { name } of head.variables) known[name] = scope.variable(name) !== undefined
      return known
    },
  ],
  [
    'call',
    (context) => {
      const { state, now } = context
      const { callId: id, direction, channel } = state.facts
      const { date, time } = zonedParts(now, timeZoneOf(context))
      return { id, direction, channel, startedAt: new Date(state.startedAt).toISOString(), date, time, language: state.language }
    },
  ],
  [
    'contact',
    ({ state }) => {
      const { name = '', phone = '', email = '', language = state.language, fields = {} } = state.facts.contact ?? {}
      return { name, phone, email, language, fields }
    },
  ],
  ['lead', ({ state }) => state.facts.lead ?? {}],
  ['turn', ({ state }) => ({ count: state.turns })],
  ['node', ({ state, nodeId }) => ({ visits: visitsOf(state, nodeId) })],
  ['silence', ({ state }) => ({ count: state.silences })],
])
