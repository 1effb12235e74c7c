'use client'

import { useState } from 'react'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { typeset } from '../../i18n/typeset.ts'
import { cn } from '../../lib/cn.ts'
import { FieldControl } from './field-control.tsx'
import type { ControlProps } from './field-types.ts'
import { issueSentence } from './issue-sentence.ts'

type HintedFieldProps = Omit<ControlProps, 'invalid'> & {
  /** What the checker says of the value as it stands. */
  problem?: { message: string; severity: 'error' | 'warning' }
}

/** One setting: label, control, and what is wrong with it as it stands or as it was just typed. A refused value is not stored. */
export function HintedField({ problem, ...props }: HintedFieldProps) {
  const { id, hint, check, onChange } = props
  const t = useText()
  const locale = useLocale()
  const [refused, setRefused] = useState<string>()
  const error = refused ?? problem?.message
  const isWarning = refused === undefined && problem?.severity === 'warning'
  const isGroup = hint.widget === 'group'

  const change: ControlProps['onChange'] = (value, renamed) => {
    const [issue] = check(value)
    setRefused(issue && issueSentence(issue, t))
    if (!issue) onChange(value, renamed)
  }
  return (
    <div className="flex flex-col gap-1">
      <div className={cn('flex flex-col gap-1', hint.widget === 'toggle' && 'flex-row items-center justify-between gap-3')}>
        {!isGroup && (
          <label htmlFor={id} className="font-medium text-ink-2 text-xs">
            {typeset(hint.label[locale])}
          </label>
        )}
        <FieldControl {...props} invalid={error !== undefined && !isWarning} onChange={change} />
      </div>
      {error !== undefined ? (
        <p role="alert" className={cn('text-xs', isWarning ? 'text-call' : 'text-danger')}>
          {typeset(error)}
        </p>
      ) : (
        hint.help && !isGroup && <p className="text-ink-3 text-xs">{typeset(hint.help[locale])}</p>
      )}
    </div>
  )
}
