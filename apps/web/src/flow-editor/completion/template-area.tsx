'use client'

import type { Flow, Language } from '@parley/flow-runtime'
import { Braces } from 'lucide-react'
import { type ComponentProps, useMemo, useRef, useState } from 'react'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { cn } from '../../lib/cn.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { askedInText, takeInText } from './asked.ts'
import { FaultList } from './fault-list.tsx'
import { OfferList } from './offer-list.tsx'
import { formOffers, nameOffers } from './offers.ts'
import { textMarks, withBetter } from './text-marks.ts'
import { useCompletion } from './use-completion.ts'

type TemplateAreaProps = Omit<ComponentProps<'textarea'>, 'value' | 'onChange'> & {
  flow: Flow
  language: Language
  value: string
  onChange: (value: string) => void
}

/** A text that variables can be filled into: `{` offers them, what is filled in is highlighted, what is unknown is marked while one types. */
export function TemplateArea({ flow, language, value, onChange, className, ...props }: TemplateAreaProps) {
  const t = useText()
  const locale = useLocale()
  const behind = useRef<HTMLDivElement>(null)
  const [now] = useState(() => Date.now())
  const reader = useMemo(() => ({ flow, language, locale, now }), [flow, language, locale, now])
  const completion = useCompletion<HTMLTextAreaElement>({
    value,
    onChange,
    askedAt: askedInText,
    offersFor: (asked) => (asked.kind === 'form' ? formOffers(reader, asked.expression) : nameOffers(reader)),
    take: takeInText,
  })
  const { variables } = flow
  const { marks, faults } = useMemo(() => {
    const names = variables.map(({ name }) => name)
    return textMarks(value, variables, names)
  }, [value, variables])

  const insert = () => {
    const element = completion.box.current
    const from = element?.selectionStart ?? value.length
    const to = element?.selectionEnd ?? from
    completion.write(`${value.slice(0, from)}{${value.slice(to)}`, from + 1)
    completion.ask(`${value.slice(0, from)}{${value.slice(to)}`, from + 1)
  }

  return (
    <div>
      <div className="group/area relative">
        <div
          ref={behind}
          aria-hidden
          className={cn(
            'pointer-events-none absolute inset-0 overflow-hidden whitespace-pre-wrap break-words rounded-md border border-transparent bg-surface py-1.5 pr-8 pl-2.5 text-[13px] text-transparent leading-relaxed',
            className,
          )}
        >
          {marks.map(({ words, kind }, at) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the text
              key={at}
              className={cn(kind === 'value' && 'rounded bg-listen-soft', kind === 'wrong' && 'rounded bg-danger-soft')}
            >
              {words}
            </span>
          ))}
        </div>
        <TextArea
          {...props}
          {...completion.props}
          lang={language}
          className={cn('relative bg-transparent pr-8', className)}
          onScroll={(event) => {
            if (behind.current) behind.current.scrollTop = event.currentTarget.scrollTop
          }}
        />
        <Button
          look="ghost"
          size="tiny"
          className="absolute top-1 right-1"
          aria-label={t.editor.insertVariable}
          title={t.forms.insertHint}
          data-testid="insert-variable"
          onMouseDown={(event) => event.preventDefault()}
          onClick={insert}
        >
          <Braces size={13} aria-hidden />
        </Button>
        <OfferList {...completion.list} />
      </div>
      {!completion.isOpen && <FaultList faults={faults} onTake={(fault) => onChange(withBetter(value, fault))} />}
    </div>
  )
}
