'use client'

import { useQuery } from '@tanstack/react-query'
import { useText } from '../../i18n/text-provider.tsx'
import { useTRPC } from '../../trpc/trpc-provider.tsx'
import { Select } from '../../ui/field.tsx'
import type { ControlProps } from './field-types.ts'

/** A service of the calendar, or the variable that names one. */
export function ServiceControl({ id, flow, value, invalid, onChange }: ControlProps) {
  const t = useText()
  const services = useQuery(useTRPC().services.list.queryOptions()).data ?? []
  const current = typeof value === 'string' ? value : ''
  const fromVariables = flow.variables.filter(({ type }) => type === 'text' || type === 'choice').map(({ name }) => `{{ ${name} }}`)
  const known = [...services.map(({ name }) => name), ...fromVariables]
  return (
    <Select id={id} value={current} aria-invalid={invalid} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t.editor.servicePick}</option>
      {current !== '' && !known.includes(current) && <option value={current}>{current}</option>}
      <optgroup label={t.editor.services}>
        {services.map(({ name, durationMin }) => (
          <option key={name} value={name}>
            {name} · {durationMin} min
          </option>
        ))}
      </optgroup>
      {fromVariables.length > 0 && (
        <optgroup label={t.editor.rail.variables}>
          {fromVariables.map((text) => (
            <option key={text} value={text}>
              {text}
            </option>
          ))}
        </optgroup>
      )}
    </Select>
  )
}
