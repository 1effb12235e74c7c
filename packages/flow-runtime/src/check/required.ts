import { isDialable } from '../nodes/transfer/transfer-target.ts'
import { isFixedText } from '../text-template.ts'
import { isTimeZone } from '../zoned-parts.ts'
import { nodeFields } from './fields.ts'
import type { Check } from './problem.ts'

/** FIELD_MISSING, PHONE_INVALID, TIME_ZONE_UNKNOWN: what a node needs is filled in. */
export const checkRequired: Check = (flow, report, { locale = 'en' }) => {
  if (!isTimeZone(flow.settings.timeZone)) {
    report('TIME_ZONE_UNKNOWN', 'error', { field: 'timeZone', values: { name: flow.settings.timeZone } })
  }
  for (const { node, name, hint, value } of nodeFields(flow)) {
    if (hint.required && hint.widget !== 'localizedText' && isEmpty(value)) {
      report('FIELD_MISSING', 'error', { node, field: name, values: { label: hint.label[locale] } })
    }
    if (hint.widget === 'phone' && typeof value === 'string' && value !== '' && isFixedText(value) && !isDialable(value)) {
      report('PHONE_INVALID', 'error', { node, field: name, values: { value } })
    }
  }
}

const isEmpty = (value: unknown) => value === '' || (Array.isArray(value) && value.length === 0)
