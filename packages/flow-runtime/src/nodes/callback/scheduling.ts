import type { CallRecord } from '../../effects.ts'
import type { NodeContext, NodeStep } from '../../node-type.ts'
import { renderWritten } from '../../render-text.ts'
import { timeZoneOf } from '../../time-zone-of.ts'
import type { Why } from '../../why/why.ts'
import { zonedIso } from '../../zoned-instant.ts'
import { zonedParts } from '../../zoned-parts.ts'
import { fitting } from '../computed-values.ts'
import type { CallbackConfig } from './callback-config.ts'
import type { Moment } from './callback-time.ts'

const minuteMs = 60_000

/** Records when the next call is wanted, in the step that leaves the node, and keeps it in the variables. */
export function schedule(data: CallbackConfig, { at, date, time }: Moment, context: NodeContext, why?: Why): NodeStep<never> {
  const entry: CallRecord = { what: 'callback', at: zonedIso(at, timeZoneOf(context)) }
  const note = renderWritten(data.note, context)
  if (note !== '') entry.note = note
  const { values } = fitting(
    [
      [data.date, date],
      [data.time, time],
    ],
    context,
  )
  return { effects: [{ type: 'record', entry }], variables: values, outcome: 'scheduled', why: why ?? { code: 'callbackAgreed' } }
}

/** The next call without an agreement: so many minutes from now, at a full minute. */
export function scheduleByDefault(data: CallbackConfig, context: NodeContext): NodeStep<never> {
  const { defaultAfterMinutes: minutes } = data
  const at = Math.ceil(context.now / minuteMs) * minuteMs + minutes * minuteMs
  const moment = { ...zonedParts(at, timeZoneOf(context)), at }
  return schedule(data, moment, context, { code: 'callbackByDefault', values: { minutes } })
}
