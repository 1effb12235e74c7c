'use client'

import { useEffect, useState } from 'react'
import { useLocale } from '../../i18n/text-provider.tsx'
import { Input, Select, TextArea } from '../../ui/field.tsx'
import { Switch } from '../../ui/switch.tsx'
import type { ControlProps } from './field-types.ts'

const asText = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

export function TextControl({ id, value, invalid, onChange }: ControlProps) {
  return <Input id={id} value={asText(value)} aria-invalid={invalid} onChange={(event) => onChange(event.target.value)} />
}

export function TextAreaControl({ id, value, invalid, onChange }: ControlProps) {
  return <TextArea id={id} value={asText(value)} aria-invalid={invalid} onChange={(event) => onChange(event.target.value)} />
}

/** Keeps what was typed also while it is no valid number yet. */
export function NumberControl({ id, value, invalid, onChange }: ControlProps) {
  const [typed, setTyped] = useState(asText(value))
  useEffect(() => setTyped(asText(value)), [value])
  return (
    <Input
      id={id}
      inputMode="numeric"
      className="w-24 tabular-nums"
      value={typed}
      aria-invalid={invalid}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(event.target.value.trim() === '' ? undefined : Number(event.target.value))
      }}
    />
  )
}

export function ToggleControl({ id, value, onChange }: ControlProps) {
  return <Switch id={id} checked={value === true} onChange={onChange} />
}

export function ChoiceControl({ id, value, options, invalid, onChange }: ControlProps) {
  const locale = useLocale()
  return (
    <Select id={id} value={asText(value)} aria-invalid={invalid} onChange={(event) => onChange(event.target.value)}>
      {options?.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label[locale]}
        </option>
      ))}
    </Select>
  )
}
