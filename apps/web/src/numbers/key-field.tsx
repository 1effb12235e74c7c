'use client'

import { usePageText } from '../i18n/use-page-text.ts'
import { Field, Input, TextArea } from '../ui/field.tsx'
import type { ListedCarrier } from './telephony-types.ts'

type KeyFieldProps = {
  id: string
  field: ListedCarrier['fields'][number]
  value: string
  /** A stored one is kept when nothing is typed. */
  isKept: boolean
  /** The stored one belongs to another address. */
  isNeededAgain: boolean
  isWrong: boolean
  onChange: (text: string) => void
}

/** One key of a carrier's account. What is stored never comes back: only that it is kept. */
export function KeyField({ id, field, value, isKept, isNeededAgain, isWrong, onChange }: KeyFieldProps) {
  const t = usePageText()
  const words = t.numbers.fields[field.hint] ?? { label: field.name, help: '' }
  const help = isNeededAgain ? t.numbers.keyNeedsAgain : words.help
  const common = {
    id,
    'data-testid': `key-${field.name}`,
    autoComplete: 'off',
    spellCheck: false,
    required: field.required && !isKept,
    placeholder: isKept ? t.numbers.keyKept : undefined,
    'aria-invalid': isWrong || undefined,
    maxLength: 10_000,
    value,
  }
  return (
    <Field id={id} label={words.label} help={help} error={isWrong ? `${t.numbers.keyWrong} ${words.help}` : undefined}>
      {field.isLong || field.kind === 'list' ? (
        <TextArea {...common} className="max-h-40 font-mono text-xs" onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Input
          {...common}
          type={field.kind === 'secret' ? 'password' : 'text'}
          className="font-mono text-xs placeholder:font-sans"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
