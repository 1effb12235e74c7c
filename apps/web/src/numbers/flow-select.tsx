'use client'

import { usePageText } from '../i18n/use-page-text.ts'
import { Select } from '../ui/field.tsx'
import type { Telephony } from './telephony-types.ts'

type FlowSelectProps = {
  id: string
  testId: string
  flows: Telephony['flows']
  value: string
  /** What it means to choose none. */
  none: string
  onChange: (flowId: string) => void
}

/** A flow to lead callers to; says of each which version answers, or that none does yet. */
export function FlowSelect({ id, testId, flows, value, none, onChange }: FlowSelectProps) {
  const t = usePageText()
  const isGone = value !== '' && !flows.some((flow) => flow.id === value)
  return (
    <Select id={id} data-testid={testId} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{none}</option>
      {isGone && <option value={value}>{t.numbers.flowGone}</option>}
      {flows.map((flow) => (
        <option key={flow.id} value={flow.id}>
          {flow.name} ({flow.publishedNumber === null ? t.numbers.notPublished : t.numbers.version(flow.publishedNumber)})
        </option>
      ))}
    </Select>
  )
}
