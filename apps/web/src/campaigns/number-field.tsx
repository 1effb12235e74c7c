import { Field, Input } from '../ui/field.tsx'

type NumberFieldProps = {
  id: string
  label: string
  help?: string
  min: number
  max: number
  step?: number
  value: number
  onChange: (value: number) => void
}

/** A labelled number; empty while nothing is typed. */
export function NumberField({ id, label, help, min, max, step = 1, value, onChange }: NumberFieldProps) {
  return (
    <Field id={id} label={label} help={help}>
      <Input
        {...{ id, min, max, step }}
        type="number"
        className="tabular-nums"
        value={Number.isNaN(value) ? '' : value}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </Field>
  )
}
