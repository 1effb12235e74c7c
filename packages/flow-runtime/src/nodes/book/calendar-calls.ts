import type { NodeContext, NodeStep } from '../../node-type.ts'
import { renderForUse, renderText } from '../../render-text.ts'
import { timeZoneOf } from '../../time-zone-of.ts'
import type { FreeTime } from '../../tools.ts'
import { isValueOf } from '../../values.ts'
import type { BookConfig, BookMemory } from './book-config.ts'

type Step = NodeStep<BookMemory>

/** Questions to the calendar of one visit, at most. */
const maxRounds = 8

/** Asks the calendar for times; says so meanwhile. */
export function findTimes(data: BookConfig, wanted: BookMemory['wanted'], context: NodeContext, remembered: BookMemory): Step {
  const rounds = remembered.rounds + 1
  if (rounds > maxRounds) return tooManyRounds
  const input = { service: renderForUse(data.service, context), ...wanted, timeZone: timeZoneOf(context) }
  const words = renderText(data.checking, context)
  const call = { type: 'callTool' as const, tool: 'calendar.findTimes' as const, input: defined(input) }
  const memory: BookMemory = { ...remembered, phase: 'searching', rounds, wanted, chosen: null }
  return { effects: words === '' ? [call] : [{ type: 'say', text: words, interruptible: true }, call], memory }
}

/** Asks the calendar to book one of its free times. */
export function bookTime(data: BookConfig, chosen: FreeTime, context: NodeContext, remembered: BookMemory): Step {
  const rounds = remembered.rounds + 1
  if (rounds > maxRounds) return tooManyRounds
  const { variables, facts } = context.state
  const input = {
    service: renderForUse(data.service, context),
    startsAt: chosen.startsAt,
    name: textOf(variables[data.name]) ?? facts.contact?.name,
    phone: textOf(variables[data.phone]) ?? facts.contact?.phone,
  }
  const memory: BookMemory = { ...remembered, phase: 'booking', rounds, chosen }
  return { effects: [{ type: 'callTool', tool: 'calendar.book', input: defined(input) }], memory }
}

/** The wanted date and time, as far as the variables hold any. */
export function variablesAsWanted(data: BookConfig, { state }: NodeContext): BookMemory['wanted'] {
  const held = (name: string, type: 'date' | 'time') => {
    const value = textOf(state.variables[name])
    return value !== undefined && isValueOf({ name, type, pii: false }, value) ? value : undefined
  }
  return wantedTime(held(data.date, 'date'), held(data.time, 'time'))
}

export const wantedTime = (date: string | undefined, time: string | undefined): BookMemory['wanted'] => defined({ date, time })

const tooManyRounds: Step = { outcome: 'noTimes', why: { code: 'calendarAskedTooOften' } }

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** JSON has no undefined: absent fields are left out. */
function defined(input: Record<string, string | undefined>): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [key, value] of Object.entries(input)) if (value !== undefined) kept[key] = value
  return kept
}
