import type { EffectDraft, NodeContext, NodeStep } from '../../node-type.ts'
import { renderForUse, renderText } from '../../render-text.ts'
import { timeZoneOf } from '../../time-zone-of.ts'
import type { Appointment, FreeTime } from '../../tools.ts'
import { isValueOf } from '../../values.ts'
import type { BookConfig, BookMemory } from './book-config.ts'

type Step = NodeStep<BookMemory>

/** Questions to the calendar of one visit, at most. */
const maxRounds = 8

/** Asks the calendar for times; says so meanwhile. */
export function findTimes(data: BookConfig, wanted: BookMemory['wanted'], context: NodeContext, remembered: BookMemory): Step {
  const rounds = remembered.rounds + 1
  if (rounds > maxRounds) return tooManyRounds
  const input = { service: serviceOf(data, context, remembered), ...wanted, timeZone: timeZoneOf(context) }
  const memory: BookMemory = { ...remembered, phase: 'searching', rounds, wanted, chosen: null }
  return { effects: withWords(data, { type: 'callTool', tool: 'calendar.findTimes', input: defined(input) }, context), memory }
}

/** Asks the calendar for the contact's own appointments; says so meanwhile. */
export function findAppointments(data: BookConfig, context: NodeContext, remembered: BookMemory): Step {
  const service = renderForUse(data.service, context)
  const input = {
    appointmentId: textOf(context.state.variables[data.appointment]),
    service: service === '' ? undefined : service,
    ...whoIs(data, context),
    timeZone: timeZoneOf(context),
  }
  const memory: BookMemory = { ...remembered, phase: 'finding' }
  return { effects: withWords(data, { type: 'callTool', tool: 'calendar.findAppointments', input: defined(input) }, context), memory }
}

/** Asks the calendar to cancel the appointment. */
export function cancelAppointment(appointment: Appointment, remembered: BookMemory): Step {
  const input = { appointmentId: appointment.appointmentId }
  return { effects: [{ type: 'callTool', tool: 'calendar.cancel', input }], memory: { ...remembered, phase: 'cancelling', appointment } }
}

/** Asks the calendar to book one of its free times, or to move the appointment there. */
export function bookTime(data: BookConfig, chosen: FreeTime, context: NodeContext, remembered: BookMemory): Step {
  const rounds = remembered.rounds + 1
  if (rounds > maxRounds) return tooManyRounds
  const { startsAt } = chosen
  const memory: BookMemory = { ...remembered, phase: 'booking', rounds, chosen }
  if (remembered.appointment) {
    const input = { appointmentId: remembered.appointment.appointmentId, startsAt }
    return { effects: [{ type: 'callTool', tool: 'calendar.reschedule', input }], memory }
  }
  const input = { service: serviceOf(data, context, remembered), startsAt, ...whoIs(data, context) }
  return { effects: [{ type: 'callTool', tool: 'calendar.book', input: defined(input) }], memory }
}

const serviceOf = (data: BookConfig, context: NodeContext, { appointment }: BookMemory): string =>
  renderForUse(data.service, context) || (appointment?.service ?? '')

function whoIs(data: BookConfig, { state }: NodeContext): { name?: string; phone?: string } {
  const { variables, facts } = state
  return {
    name: textOf(variables[data.name]) ?? facts.contact?.name,
    phone: textOf(variables[data.phone]) ?? facts.contact?.phone,
  }
}

function withWords(data: BookConfig, call: EffectDraft, context: NodeContext): EffectDraft[] {
  const words = renderText(data.checking, context)
  return words === '' ? [call] : [{ type: 'say', text: words, interruptible: true }, call]
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
