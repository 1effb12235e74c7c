import { type EffectOf, type FreeTime, toolSchemas } from '@parley/flow-runtime'
import type { InputStep } from '@parley/flow-runtime/scenarios'
import type { SharedCatalogue } from '../i18n/en-shared.ts'
import { zonedInstant } from './zoned-instant.ts'

type ChoiceName = keyof SharedCatalogue['textCall']['choices']
/** An answer the world can give, by the name of its button. */
export type Choice = { name: ChoiceName; step: InputStep }
type ToolEffect = EffectOf<'callTool'>
type Result = Extract<InputStep, { tool: unknown }>['result']

/** What a tool can answer, the one that lets the call go on well first. `now`: epoch milliseconds of the call's start. */
export function toolChoices(effect: ToolEffect, now: number): Choice[] {
  const { tool } = effect
  const given = answers(effect, now).map(([name, result]): Choice => ({ name, step: { tool, result } }))
  return [...given, { name: 'error', step: { tool, error: true } }, { name: 'timeout', step: { tool, timeout: true } }]
}

function answers({ tool, input }: ToolEffect, now: number): [ChoiceName, Result][] {
  switch (tool) {
    case 'calendar.findTimes': {
      const { service, date = dayAfter(now), time = '10:00', timeZone } = toolSchemas[tool].input.parse(input)
      const known = { name: service, durationMin: 30 }
      const at = (clock: string): FreeTime => ({ startsAt: zonedInstant(date, clock, timeZone), date, time: clock })
      const others = [60, 120, 180].map((minutes) => at(later(time, minutes)))
      return [
        ['free', { exact: true, times: [at(time)], service: known }],
        ['other', { exact: false, times: others, service: known }],
        ['none', { exact: false, times: [], service: known }],
      ]
    }
    case 'calendar.book':
    case 'calendar.reschedule': {
      const { startsAt } = toolSchemas[tool].input.parse(input)
      const [date, time] = [startsAt.slice(0, 10), startsAt.slice(11, 16)]
      const clock = later(time, 60)
      const next = { startsAt: startsAt.replace(`T${time}`, `T${clock}`), date, time: clock }
      return [
        ['booked', { booked: true, appointmentId: 'test', startsAt, date, time }],
        ['taken', { booked: false, reason: 'taken', times: [next] }],
        ['closed', { booked: false, reason: 'closed', times: [] }],
      ]
    }
    case 'calendar.findAppointments': {
      const { service = 'Appointment', date = dayAfter(now), timeZone } = toolSchemas[tool].input.parse(input)
      const one = { appointmentId: 'test', service, startsAt: zonedInstant(date, '10:00', timeZone), date, time: '10:00' }
      return [
        ['one', { appointments: [one] }],
        ['noAppointment', { appointments: [] }],
      ]
    }
    case 'calendar.cancel':
      return [
        ['cancelled', { cancelled: true }],
        ['notCancelled', { cancelled: false }],
      ]
    case 'contact.find':
      return [
        ['found', { found: true, contact: { name: 'Anna Bell' } }],
        ['notFound', { found: false }],
      ]
    case 'contact.update':
      return [
        ['found', { found: true }],
        ['notFound', { found: false }],
      ]
    case 'message.send':
      return [
        ['sent', { sent: true }],
        ['notSent', { sent: false }],
      ]
    case 'knowledge.answer':
      return [
        ['answer', { answer: '…', sources: [] }],
        ['noAnswer', { answer: null, sources: [] }],
      ]
    case 'http.request':
      return [['ok', { status: 200, body: {} }]]
    case 'tool.call':
      return [['ok', {}]]
  }
}

/** What can come of a transfer. */
export const transferChoices: readonly Choice[] = [
  { name: 'connected', step: { transfer: 'connected' } },
  { name: 'nobody', step: { transfer: 'noAnswer' } },
  { name: 'declined', step: { transfer: 'declined' } },
  { name: 'failed', step: { transfer: 'failed' } },
]

const dayMs = 86_400_000
const dayAfter = (now: number) => new Date(now + dayMs).toISOString().slice(0, 10)

/** A clock time some minutes later, at most the last quarter of the day. */
function later(time: string, minutes: number): string {
  const [hours = 0, rest = 0] = time.split(':').map(Number)
  const total = Math.min(hours * 60 + rest + minutes, 23 * 60 + 45)
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
}
