'use client'

import { type AnswerName, compile, type Flow } from '@parley/flow-runtime'
import { expressionWords } from '@parley/flow-runtime/authoring'
import { type ComponentProps, useState } from 'react'
import { useLocale } from '../../i18n/text-provider.tsx'
import { typeset } from '../../i18n/typeset.ts'
import { cn } from '../../lib/cn.ts'
import { Input } from '../../ui/field.tsx'
import { askedInExpression, takeInExpression } from './asked.ts'
import { FaultList } from './fault-list.tsx'
import { OfferList } from './offer-list.tsx'
import { expressionOffers, operatorOffers } from './offers.ts'
import { faultIn, withBetter } from './text-marks.ts'
import { useCompletion } from './use-completion.ts'

type ExpressionInputProps = Omit<ComponentProps<'input'>, 'value' | 'onChange'> & {
  flow: Flow
  sees?: readonly AnswerName[]
  value: string
  onChange: (value: string) => void
}

/** An expression: names, functions and comparisons are offered, what is wrong is told with its place, and what it says stands under it in words. */
export function ExpressionInput({ flow, sees, value, onChange, className, ...props }: ExpressionInputProps) {
  const locale = useLocale()
  const [now] = useState(() => Date.now())
  const offers = () => expressionOffers({ flow, language: locale, locale, now }, sees)
  const completion = useCompletion<HTMLInputElement>({
    value,
    onChange,
    askedAt: askedInExpression,
    offersFor: (asked) => {
      if (asked.kind === 'name') return offers()
      const type = offers().find(({ id }) => id === asked.expression)?.type
      return type ? operatorOffers(type) : []
    },
    take: takeInExpression,
  })
  const compiled = value.trim() === '' ? undefined : compile(flow.variables, value, sees)
  const names = flow.variables.map(({ name }) => name)
  const faults = compiled && !compiled.ok ? [faultIn(compiled.problem, 0, names)] : []
  const words = compiled?.ok ? expressionWords(flow, value, locale) : undefined
  return (
    <div>
      <div className="relative">
        <Input
          spellCheck={false}
          autoComplete="off"
          role="combobox"
          aria-expanded={completion.isOpen}
          {...props}
          {...completion.props}
          aria-invalid={props['aria-invalid'] || faults.length > 0}
          className={cn('font-mono text-xs', className)}
        />
        <OfferList {...completion.list} />
      </div>
      {!completion.isOpen && <FaultList faults={faults} onTake={(fault) => onChange(withBetter(value, fault))} />}
      {words && (
        <p className="mt-1 text-ink-3 text-xs" data-testid="expression-words">
          {typeset(words)}
        </p>
      )}
    </div>
  )
}
