'use client'

import { useEffect, useState } from 'react'
import { useLocale } from '../../i18n/text-provider.tsx'
import { Input, Select } from '../../ui/field.tsx'
import { Switch } from '../../ui/switch.tsx'
import { ExpressionInput } from '../completion/expression-input.tsx'
import { TemplateArea } from '../completion/template-area.tsx'
import { useEditor } from '../state/use-editor.tsx'
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
  const { value, onChange } = useTyped(props)
  const language = useEditor((state) => state.language)
  const change = (text: string) => onChange({ target: { value: text } })
  return <TemplateArea id={props.id} aria-invalid={props.invalid} flow={props.flow} language={language} value={value} onChange={change} />
}

export function ExpressionControl(props: ControlProps) {
  const { value, onChange } = useTyped(props)
  const change = (text: string) => onChange({ target: { value: text } })
  const { id, flow, hint, invalid } = props
  return <ExpressionInput id={id} aria-invalid={invalid} flow={flow} sees={hint.sees} value={value} onChange={change} />
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
