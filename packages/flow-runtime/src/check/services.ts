import { isFixedText } from '../text-template.ts'
import { nodeFields } from './fields.ts'
import type { Check } from './problem.ts'

/** SERVICE_UNKNOWN: what is booked exists in the tenant's calendar, as far as the calendar is known here. */
export const checkServices: Check = (flow, report, { services }) => {
  if (!services) return
  for (const { node, name: field, hint, value } of nodeFields(flow)) {
    if (hint.widget !== 'service' || typeof value !== 'string' || value === '' || !isFixedText(value)) continue
    if (!services.includes(value)) report('SERVICE_UNKNOWN', 'error', { node, field, values: { name: value } })
  }
}
