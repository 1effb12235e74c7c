'use client'

import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { HoursField } from '../numbers/hours-field.tsx'
import { hoursWords } from '../numbers/hours-words.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Field, Input, Select } from '../ui/field.tsx'
import { countryName } from './country-name.ts'
import { dayWords } from './day-words.ts'
import { FaultLine } from './fault-line.tsx'
import { FormSection } from './form-section.tsx'
import type { SectionProps } from './section-props.ts'

/** The days and hours of a campaign, on the clock of each contact. */
export function ScheduleSection({ draft, fault, set }: SectionProps) {
  const t = usePageText()
  const locale = useLocale()
  const id = useId()
  const { hours, firstDate, lastDate } = draft
  const words = hoursWords(
    hours.map((span) => ({ ...span, closes: span.closes === '00:00' ? '24:00' : span.closes })),
    locale,
  )
  const dates = [firstDate && t.campaigns.from(dayWords(firstDate, locale)), lastDate && t.campaigns.until(dayWords(lastDate, locale))]
  const summary = words.length === 0 ? t.campaigns.hoursMissing : t.campaigns.hoursSet(words.join('; '), dates.filter(Boolean).join(' '))
  return (
    <FormSection title={t.campaigns.hours} summary={`${summary} ${t.campaigns.hoursHelp}`} isWrong={Boolean(fault)} testId="section-hours">
      <HoursField hours={hours} onChange={(changed) => set({ hours: changed })} />
      <FaultLine fault={fault} />
      <div className="grid gap-4 sm:grid-cols-2">
        {(['firstDate', 'lastDate'] as const).map((name) => (
          <Field key={name} id={`${id}-${name}`} label={t.campaigns[name]}>
            <Input
              id={`${id}-${name}`}
              type="date"
              className="tabular-nums"
              value={draft[name]}
              onChange={(event) => set({ [name]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      <Holidays draft={draft} set={set} />
      <ClosedDates dates={draft.closedDates} onChange={(closedDates) => set({ closedDates })} />
    </FormSection>
  )
}

function Holidays({ draft, set }: Pick<SectionProps, 'draft' | 'set'>) {
  const t = usePageText()
  const locale = useLocale()
  const id = useId()
  const known = useQuery(useTRPC().campaigns.holidayCountries.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }))
  const { countries, contactCountry } = draft
  const others = (known.data ?? [])
    .filter((code) => !countries.includes(code))
    .map((code) => ({ code, name: countryName(code, locale) }))
    .sort((one, other) => one.name.localeCompare(other.name, locale))
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium text-ink-2 text-xs">{t.campaigns.holidays}</legend>
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          className="accent-ink"
          checked={contactCountry}
          onChange={(event) => set({ contactCountry: event.target.checked })}
        />
        {t.campaigns.contactCountry}
      </label>
      <div className="flex flex-wrap items-center gap-2">
        {countries.map((code) => (
          <Chosen
            key={code}
            name={countryName(code, locale)}
            remove={t.campaigns.removeCountry(countryName(code, locale))}
            onRemove={() => set({ countries: countries.filter((one) => one !== code) })}
          />
        ))}
        <Select
          id={`${id}-add`}
          className="w-56"
          aria-label={t.campaigns.addCountry}
          value=""
          onChange={(event) => set({ countries: [...countries, event.target.value] })}
        >
          <option value="">{t.campaigns.addCountry}</option>
          {others.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </div>
    </fieldset>
  )
}

function ClosedDates({ dates, onChange }: { dates: readonly string[]; onChange: (dates: readonly string[]) => void }) {
  const t = usePageText()
  const locale = useLocale()
  const id = useId()
  const [typed, setTyped] = useState('')
  const add = () => {
    onChange([...new Set([...dates, typed])].sort())
    setTyped('')
  }
  return (
    <fieldset className="flex flex-col gap-2" data-testid="closed-dates">
      <legend className="mb-1 font-medium text-ink-2 text-xs">{t.campaigns.closedDates}</legend>
      <div className="flex flex-wrap items-center gap-2">
        {dates.map((date) => (
          <Chosen
            key={date}
            name={dayWords(date, locale)}
            remove={t.campaigns.removeDate(dayWords(date, locale))}
            onRemove={() => onChange(dates.filter((one) => one !== date))}
          />
        ))}
        <Input
          type="date"
          className="w-40 tabular-nums"
          aria-label={t.campaigns.closedDates}
          aria-describedby={`${id}-help`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            if (typed) add()
          }}
        />
        <Button size="small" disabled={typed === ''} onClick={add}>
          {t.campaigns.addDate}
        </Button>
      </div>
      <p id={`${id}-help`} className="text-ink-3 text-xs">
        {t.campaigns.closedDatesHelp}
      </p>
    </fieldset>
  )
}

/** One of several that were chosen, and how to take it back. */
function Chosen({ name, remove, onRemove }: { name: string; remove: string; onRemove: () => void }) {
  return (
    <span className="inline-flex items-center gap-1 rounded-md bg-sunken py-0.5 pr-0.5 pl-2">
      {name}
      <Button look="ghost" size="tiny" aria-label={remove} onClick={onRemove}>
        <X size={13} aria-hidden />
      </Button>
    </span>
  )
}
