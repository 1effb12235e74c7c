import type { NodeContext, NodeEvent, NodeStep } from '../../node-type.ts'
import { renderText } from '../../render-text.ts'
import { bookOutput, cancelOutput, findAppointmentsOutput, findTimesOutput } from '../../tools.ts'
import type { Json } from '../../variables.ts'
import type { Why } from '../../why/why.ts'
import type { BookConfig, BookMemory } from './book-config.ts'
import { bookTime, wantedTime } from './calendar-calls.ts'
import { offerTimes } from './offering.ts'
import { nameAppointments } from './which-appointment.ts'

type Step = NodeStep<BookMemory>
type ToolFinished = Extract<NodeEvent, { type: 'toolFinished' }>
type Take = (data: BookConfig, event: ToolFinished, context: NodeContext, remembered: BookMemory) => Step

/** What an answer of the calendar leads to, by what it was asked. */
export const takeAnswer: Take = (data, event, context, remembered) => {
  switch (remembered.phase) {
    case 'finding':
      return takeAppointments(data, event, context, remembered)
    case 'cancelling':
      return takeCancellation(data, event, context, remembered)
    case 'booking':
      return takeBooking(data, event, context, remembered)
    default:
      return takeTimes(data, event, context, remembered)
  }
}

const takeAppointments: Take = (data, { outcome, result }, context, remembered) => {
  const answer = findAppointmentsOutput.safeParse(result)
  if (outcome !== 'ok' || !answer.success) return calendarFailed(outcome)
  const wanted = context.state.variables[data.appointment] ?? null
  const found = answer.data.appointments.filter(({ appointmentId }) => wanted === null || appointmentId === wanted)
  return nameAppointments(data, found, context, remembered)
}

const takeTimes: Take = (data, { outcome, result }, context, remembered) => {
  const found = findTimesOutput.safeParse(result)
  if (outcome !== 'ok' || !found.success) return calendarFailed(outcome)
  const { exact, times } = found.data
  const [first] = times
  const { date, time } = remembered.wanted
  if (exact && first && date !== undefined && time !== undefined) {
    return { why: { code: 'wantedTimeFree' }, ...bookTime(data, first, context, remembered) }
  }
  return offerTimes(data, times, context, remembered)
}

const takeBooking: Take = (data, { outcome, result }, context, remembered) => {
  const answer = bookOutput.safeParse(result)
  if (outcome !== 'ok' || !answer.success) return calendarFailed(outcome)
  if (answer.data.booked) {
    const { appointmentId } = answer.data
    const why: Why = { code: remembered.appointment ? 'appointmentMoved' : 'booked' }
    return tellDone(data, { ...answer.data, id: appointmentId }, why, context, remembered)
  }
  if (answer.data.reason === 'unknownService') return { outcome: 'failed', why: { code: 'serviceUnknown' } }
  const taken: BookMemory = { ...remembered, wanted: wantedTime(remembered.chosen?.date, remembered.chosen?.time) }
  return { ...offerTimes(data, answer.data.times, context, taken), why: { code: 'timeTaken' } }
}

const takeCancellation: Take = (data, { outcome, result }, context, remembered) => {
  const answer = cancelOutput.safeParse(result)
  const { appointment } = remembered
  if (outcome !== 'ok' || !answer.success || !appointment) return calendarFailed(outcome)
  if (!answer.data.cancelled) return { outcome: 'failed', why: { code: 'appointmentNotCancelled' } }
  return tellDone(data, { ...appointment, id: null }, { code: 'appointmentCancelled' }, context, remembered)
}

const calendarFailed = (outcome: ToolFinished['outcome']): Step => ({
  outcome: 'failed',
  why: { code: outcome === 'timeout' ? 'calendarTooSlow' : 'calendarFailed' },
})

type Done = { startsAt: string; date: string; time: string; id: string | null }

/** Keeps what was booked, moved or cancelled, and says so. */
function tellDone(data: BookConfig, { startsAt, date, time, id }: Done, why: Why, context: NodeContext, remembered: BookMemory): Step {
  const variables: Record<string, Json> = {}
  if (data.date !== '') variables[data.date] = date
  if (data.time !== '') variables[data.time] = time
  if (data.saveAs !== '') variables[data.saveAs] = startsAt
  if (data.appointment !== '') variables[data.appointment] = id
  const words = renderText(data.confirmed, context, variables)
  if (words === '') return { outcome: 'booked', variables, why }
  const memory: BookMemory = { ...remembered, phase: 'booked' }
  return { effects: [{ type: 'say', text: words, interruptible: true }], variables, memory, why }
}
