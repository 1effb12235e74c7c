import { isDialable } from '../../nodes/transfer/transfer-target.ts'
import { isFixedText } from '../../text-template.ts'
import { fieldLabel } from '../fields.ts'
import type { NodeCheck } from './own-problems.ts'

/** FIELD_MISSING, PHONE_INVALID: what a node needs is filled in. */
export const checkFilledIn: NodeCheck = ({ fields }, { locale }, report) => {
  for (const place of fields) {
    const { field, hint, value } = place
    if (hint.required && hint.widget !== 'localizedText' && isEmpty(value)) {
      report({ code: 'FIELD_MISSING', field, values: { label: fieldLabel(place, locale) } })
    }
    if (hint.widget === 'phone' && typeof value === 'string' && value !== '' && isFixedText(value) && !isDialable(value)) {
      report({ code: 'PHONE_INVALID', field, values: { value } })
    }
  }
}

const isEmpty = (value: unknown) => (typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0)
