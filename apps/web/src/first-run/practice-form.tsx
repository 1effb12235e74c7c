'use client'

import { type FormEvent, useId, useState } from 'react'
import { useLocale, useText } from '../i18n/text-provider.tsx'
import { typeset } from '../i18n/typeset.ts'
import { Button } from '../ui/button.tsx'
import { Field, Input } from '../ui/field.tsx'
import type { Practice } from './practice.ts'
import { isComplete } from './practice-of.ts'
import { ServiceRows } from './service-rows.tsx'
import { weekdayName, weekdays } from './spoken-days.ts'

type PracticeFormProps = { initial: Practice; isBusy: boolean; onApply: (practice: Practice) => void; onSkip: () => void }

/** The three questions. */
export function PracticeForm({ initial, isBusy, onApply, onSkip }: PracticeFormProps) {
  const t = useText()
  const locale = useLocale()
  const id = useId()
  const [practice, set] = useState(initial)
  const change = (part: Partial<Practice>) => set((before) => ({ ...before, ...part }))
  const canApply = isComplete(practice)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (canApply) onApply(practice)
  }
  const toggle = (day: number) =>
    change({ days: practice.days.includes(day) ? practice.days.filter((other) => other !== day) : [...practice.days, day] })
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field id={`${id}-name`} label={typeset(t.firstRun.adapt.name)}>
        <Input
          id={`${id}-name`}
          maxLength={80}
          value={practice.name}
          data-testid="practice-name"
          onChange={({ target }) => change({ name: target.value })}
        />
      </Field>
      <fieldset className="flex flex-col gap-1.5">
        <legend className="mb-1 font-medium text-ink-2 text-xs">{typeset(t.firstRun.adapt.hours)}</legend>
        <div className="flex gap-1">
          {weekdays.map((day) => (
            <label
              key={day}
              title={weekdayName(day, locale)}
              className="grid h-7 min-w-0 flex-1 cursor-pointer place-items-center rounded-md border border-line text-ink-2 text-xs has-checked:border-ink has-checked:bg-ink has-checked:text-on-ink has-focus-visible:outline-2 has-focus-visible:outline-ink has-focus-visible:outline-offset-2"
            >
              <input
                type="checkbox"
                className="sr-only"
                aria-label={weekdayName(day, locale)}
                data-testid={`practice-day-${day}`}
                checked={practice.days.includes(day)}
                onChange={() => toggle(day)}
              />
              <span aria-hidden>{weekdayName(day, locale).slice(0, 2)}</span>
            </label>
          ))}
        </div>
        <div className="grid grid-cols-2 gap-2">
          {(['opens', 'closes'] as const).map((end) => (
            <label key={end} htmlFor={`${id}-${end}`} className="flex min-w-0 flex-col gap-1 text-ink-3 text-xs">
              {t.firstRun.adapt[end]}
              <Input
                id={`${id}-${end}`}
                type="time"
                value={practice[end]}
                data-testid={`practice-${end}`}
                onChange={({ target }) => change({ [end]: target.value })}
              />
            </label>
          ))}
        </div>
      </fieldset>
      <ServiceRows services={practice.services} onChange={(services) => change({ services })} />
      {!canApply && (
        <p role="status" className="text-call text-xs">
          {typeset(t.firstRun.adapt.missing)}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button look="primary" size="small" type="submit" data-testid="practice-apply" disabled={!canApply || isBusy}>
          {isBusy ? t.firstRun.adapt.applying : t.firstRun.adapt.apply}
        </Button>
        <Button look="ghost" size="small" onClick={onSkip}>
          {t.firstRun.skip}
        </Button>
      </div>
    </form>
  )
}
