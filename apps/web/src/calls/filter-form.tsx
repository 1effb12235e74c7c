'use client'

import type { CallChoices } from '@parley/db'
import { callOutcomes } from '@parley/flow-runtime/call-outcomes'
import { type ReactNode, useId } from 'react'
import { usePageText } from '../i18n/use-page-text.ts'
import { Field, Input, Select } from '../ui/field.tsx'
import { failureSentence } from './failure-sentence.ts'
import { type CallFilter, callChannels, callPeriods, type WantedCalls, wantedCalls } from './wanted-calls.ts'

type FilterFormProps = { wanted: WantedCalls; choices: CallChoices | undefined; onWant: (change: Partial<WantedCalls>) => void }

/** Every filter of the list of calls; each is applied as it is set. */
export function FilterForm({ wanted, choices, onWant }: FilterFormProps) {
  const t = usePageText()
  const id = useId()
  const { words } = t.callList
  /** Applies what was typed or chosen if it can be meant. */
  const set = (name: CallFilter, value: string, more: Partial<WantedCalls> = {}) => {
    const read = wantedCalls.partial().safeParse({ [name]: value === '' ? undefined : value })
    if (read.success) onWant({ [name]: read.data[name], ...more })
  }
  const field = (name: CallFilter, control: ReactNode) => (
    <Field id={`${id}-${name}`} label={t.callList.filters[name]}>
      {control}
    </Field>
  )
  const choice = (name: Exclude<CallFilter, 'outcome'>, options: readonly (readonly [string, string])[], more?: Partial<WantedCalls>) =>
    field(
      name,
      <Select
        id={`${id}-${name}`}
        data-testid={`filter-${name}`}
        value={wanted[name] ?? ''}
        onChange={({ target }) => set(name, target.value, more)}
      >
        <option value="">{words.any}</option>
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>,
    )
  const typed = (name: 'min' | 'max' | 'slow' | 'from' | 'until') =>
    field(
      name,
      <Input
        id={`${id}-${name}`}
        data-testid={`filter-${name}`}
        type={name === 'from' || name === 'until' ? 'date' : 'number'}
        min={name === 'from' || name === 'until' ? undefined : 0}
        defaultValue={wanted[name] ?? ''}
        key={String(wanted[name])}
        onBlur={({ target }) => set(name, target.value)}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && set(name, currentTarget.value)}
      />,
    )
  const flow = choices?.flows.find((one) => one.id === wanted.flow)
  return (
    <div className="flex flex-col gap-2">
      {choice('flow', choices?.flows.map((one) => [one.id, one.isDeleted ? `${one.name} (${words.gone})` : one.name]) ?? [], {
        version: undefined,
      })}
      {flow &&
        choice(
          'version',
          flow.versions.map((version) => [version.id, words.version(version.number)]),
        )}
      <fieldset>
        <legend className="mb-1 font-medium text-ink-2 text-xs">{t.callList.filters.outcome}</legend>
        <div className="grid grid-cols-2 gap-x-2 gap-y-1">
          {callOutcomes.map((outcome) => (
            <label key={outcome} className="flex items-center gap-1.5">
              <input
                type="checkbox"
                data-testid={`filter-outcome-${outcome}`}
                checked={wanted.outcome?.includes(outcome) ?? false}
                onChange={({ target }) => {
                  const others = wanted.outcome?.filter((other) => other !== outcome) ?? []
                  const outcomes = target.checked ? [...others, outcome] : others
                  onWant({ outcome: outcomes.length > 0 ? outcomes : undefined })
                }}
              />
              <span className="min-w-0 truncate">{t.calls.outcomes[outcome]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="grid grid-cols-2 gap-2">
        {choice(
          'channel',
          callChannels.map((channel) => [channel, t.callPage.channels[channel]]),
        )}
        {choice(
          'recording',
          (['yes', 'no'] as const).map((value) => [value, words.recording[value]]),
        )}
      </div>
      {choice(
        'period',
        callPeriods.map((period) => [period, words.lastPeriod[period]]),
      )}
      <div className="grid grid-cols-2 gap-2">
        {typed('from')}
        {typed('until')}
        {typed('min')}
        {typed('max')}
      </div>
      {choice('booked', [['yes', words.booked]])}
      {choice('drafts', [['no', words.drafts]])}
      {choice('failure', choices?.failureCodes.map((code) => [code, failureSentence(t, code)]) ?? [])}
      {typed('slow')}
    </div>
  )
}
