'use client'

import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useId } from 'react'
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
          <span key={code} className="inline-flex items-center gap-1 rounded-md bg-sunken py-0.5 pr-0.5 pl-2">
            {countryName(code, locale)}
            <Button
              look="ghost"
              size="tiny"
              aria-label={t.campaigns.removeCountry(countryName(code, locale))}
              onClick={() => set({ countries: countries.filter((one) => one !== code) })}
            >
              <X size={13} aria-hidden />
            </Button>
          </span>
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
