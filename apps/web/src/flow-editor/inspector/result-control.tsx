'use client'

import { useText } from '../../i18n/text-provider.tsx'
import { Select } from '../../ui/field.tsx'
import type { ControlProps } from './field-types.ts'

/** One of the results this flow declares for its use as a subflow; they are named in its settings. */
export function ResultControl({ id, flow, value, invalid, onChange }: ControlProps) {
  const t = useText()
  const { results } = flow.interface
  const current = typeof value === 'string' ? value : ''
  return (
    <Select id={id} value={current} aria-invalid={invalid} onChange={(event) => onChange(event.target.value)}>
      <option value="">{results.length === 0 ? t.editor.resultNone : t.editor.resultPick}</option>
      {current !== '' && !results.includes(current) && <option value={current}>{current}</option>}
      {results.map((result) => (
        <option key={result} value={result}>
          {result}
        </option>
      ))}
    </Select>
  )
}
