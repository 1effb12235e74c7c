import { type CallFacts, type EffectOf, toolSchemas } from '@parley/flow-runtime'
import type { ToolAnswer } from '@parley/flow-runtime/scenarios'
import { localCalendar } from './local-calendar.ts'

type ToolEffect = EffectOf<'callTool'>
type Contact = NonNullable<CallFacts['contact']>

const ok = (result: ToolAnswer['result']): ToolAnswer => ({ outcome: 'ok', result })
const failed: ToolAnswer = { outcome: 'error', result: null }

/**
 * Tools for a call without a tenant, the same answers every time: the calendar is `localCalendar`, messages count as sent, the contact
 * is the one in the facts, knowledge is empty, and what would leave this machine (HTTP, MCP) fails.
 */
export function localTools({ timeZone, now, contact }: { timeZone: string; now: number; contact?: Contact }) {
  const calendar = localCalendar(timeZone, now)
  const fields = contact ? JSON.parse(JSON.stringify(contact)) : undefined
  return ({ tool, input }: ToolEffect): ToolAnswer => {
    switch (tool) {
      case 'calendar.findTimes': {
        const { service, ...wanted } = toolSchemas[tool].input.parse(input)
        return ok(calendar.findTimes(service, wanted))
      }
      case 'calendar.book': {
        const { service, startsAt } = toolSchemas[tool].input.parse(input)
        return ok(calendar.book(service, startsAt))
      }
      case 'calendar.findAppointments':
        return ok({ appointments: calendar.appointments() })
      case 'calendar.reschedule': {
        const { appointmentId, startsAt } = toolSchemas[tool].input.parse(input)
        return ok(calendar.reschedule(appointmentId, startsAt))
      }
      case 'calendar.cancel':
        return ok(calendar.cancel(toolSchemas[tool].input.parse(input).appointmentId))
      case 'contact.find':
        return ok(fields ? { found: true, contact: fields } : { found: false })
      case 'contact.update':
        return ok({ found: fields !== undefined })
      case 'message.send':
        return ok({ sent: true })
      case 'knowledge.answer':
        return ok({ answer: null, sources: [] })
      default:
        return failed
    }
  }
}
