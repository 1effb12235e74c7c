'use client'

import { useEffect, useState } from 'react'
import { useLocale } from '../../i18n/text-provider.tsx'
import { Input, Select, TextArea } from '../../ui/field.tsx'
import { Switch } from '../../ui/switch.tsx'
import type { ControlProps } from './field-types.ts'

const asText = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** Keeps what was typed also while it cannot be stored yet. */
function useTyped({ value, onChange }: ControlProps, parse: (typed: string) => unknown = (typed) => typed) {
  const [typed, setTyped] = useState(asText(value))
  useEffect(() => setTyped(asText(value)), [value])
  const change = (text: string) => {
    setTyped(text)
    onChange(parse(text))
  }
  return { value: typed, onChange: (event: { target: { value: string } }) => change(event.target.value) }
}

export function TextControl(props: ControlProps) {
  return <Input id={props.id} aria-invalid={props.invalid} {...useTyped(props)} />
}

export function TextAreaControl(props: ControlProps) {
  return <TextArea id={props.id} aria-invalid={props.invalid} {...useTyped(props)} />
}

export function ExpressionControl(props: ControlProps) {
  return <Input id={props.id} aria-invalid={props.invalid} className="font-mono text-xs" spellCheck={false} {...useTyped(props)} />
}

export function NumberControl(props: ControlProps) {
  const field = useTyped(props, (typed) => (typed.trim() === '' ? undefined : Number(typed)))
  return <Input id={props.id} inputMode="numeric" className="w-24 tabular-nums" aria-invalid={props.invalid} {...field} />
}

export function ToggleControl({ id, value, onChange }: ControlProps) {
  return <Switch id={id} checked={value === true} onChange={onChange} />
}

export function ChoiceControl({ id, value, hint, invalid, onChange }: ControlProps) {
  const locale = useLocale()
  return (
    <Select id={id} value={asText(value)} aria-invalid={invalid} onChange={(event) => onChange(event.target.value)}>
      {hint.options?.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label[locale]}
        </option>
      ))}
    </Select>
  )
}
