'use client'

import { useEffect, useId, useState } from 'react'
import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { readNumber } from '../numbers/read-number.ts'
import type { ListedNumber, Telephony } from '../numbers/telephony-types.ts'
import { Field, Input, Select } from '../ui/field.tsx'

/** A call while it is prepared. */
export type DialDraft = { flowId?: string; numberId?: string; to: string }
type DialFormProps = {
  draft: DialDraft
  flowId: string
  from: ListedNumber
  flows: Telephony['flows']
  numbers: readonly ListedNumber[]
  isWrong: boolean
  onChange: (change: Partial<DialDraft>) => void
}

/** Which flow calls whom from which number; says how the typed number is understood. */
export function DialForm({ draft, flowId, from, flows, numbers, isWrong, onChange }: DialFormProps) {
  const t = usePageText()
  const locale = useLocale()
  const id = useId()
  const understood = useUnderstood(draft.to, from.number)
  const country = from.country && new Intl.DisplayNames([locale], { type: 'region' }).of(from.country)
  const help = understood ? t.dialling.willCall(understood) : country ? t.dialling.toHelp(country) : t.dialling.toHelpPlain
  return (
    <>
      <Field id={`${id}-flow`} label={t.dialling.flow}>
        <Select id={`${id}-flow`} data-testid="dial-flow" value={flowId} onChange={(event) => onChange({ flowId: event.target.value })}>
          {flows.map((flow) => (
            <option key={flow.id} value={flow.id}>
              {flow.name} ({t.numbers.version(flow.publishedNumber ?? 0)})
            </option>
          ))}
        </Select>
      </Field>
      <Field id={`${id}-from`} label={t.dialling.from}>
        <Select id={`${id}-from`} data-testid="dial-from" value={from.id} onChange={(event) => onChange({ numberId: event.target.value })}>
          {numbers.map((number) => (
            <option key={number.id} value={number.id}>
              {[number.international, number.name].filter(Boolean).join(' · ')}
            </option>
          ))}
        </Select>
      </Field>
      <Field id={`${id}-to`} label={t.dialling.to} help={help} error={isWrong ? t.dialling.toWrong : undefined}>
        <Input
          id={`${id}-to`}
          data-testid="dial-to"
          data-autofocus
          type="tel"
          autoComplete="off"
          required
          maxLength={40}
          className="tabular-nums"
          value={draft.to}
          onChange={(event) => onChange({ to: event.target.value })}
        />
      </Field>
    </>
  )
}

/** How a number is understood while it is typed; undefined while it is none. */
function useUnderstood(text: string, like: string): string | undefined {
  const [known, setKnown] = useState<{ text: string; words?: string }>()
  useEffect(() => {
    let isOld = false
    void readNumber(text, like).then((read) => isOld || setKnown({ text, words: read?.international }))
    return () => {
      isOld = true
    }
  }, [text, like])
  return known?.text === text ? known.words : undefined
}
