'use client'

import { language as languages } from '@parley/flow-runtime'
import { useId } from 'react'
import { usePageText } from '../i18n/use-page-text.ts'
import { Field, Input, Select } from '../ui/field.tsx'
import { FlowSelect } from './flow-select.tsx'
import { HoursField } from './hours-field.tsx'
import type { NumberDraft } from './number-draft.ts'
import type { Telephony } from './telephony-types.ts'

type NumberFormProps = {
  draft: NumberDraft
  telephony: Telephony
  /** Sentences about what is wrong. */
  faults: { number?: string; hours?: string }
  onChange: (draft: NumberDraft) => void
}

/** Where those who call a number are led. */
export function NumberForm({ draft, telephony, faults, onChange }: NumberFormProps) {
  const t = usePageText()
  const id = useId()
  const isNew = draft.id === undefined
  const set = (change: Partial<NumberDraft>) => onChange({ ...draft, ...change })
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id={`${id}-number`} label={t.numbers.number} help={isNew ? t.numbers.numberHelp : undefined} error={faults.number}>
          <Input
            id={`${id}-number`}
            data-testid="number-number"
            type="tel"
            autoComplete="off"
            className="tabular-nums"
            data-autofocus={isNew || undefined}
            required
            readOnly={!isNew}
            maxLength={40}
            value={draft.number}
            onChange={(event) => set({ number: event.target.value })}
          />
        </Field>
        <Field id={`${id}-name`} label={t.numbers.numberName} help={t.numbers.numberNameHelp}>
          <Input
            id={`${id}-name`}
            data-testid="number-name"
            data-autofocus={isNew ? undefined : true}
            maxLength={80}
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        </Field>
        <Field id={`${id}-connection`} label={t.numbers.connection}>
          <Select id={`${id}-connection`} value={draft.connectionId} onChange={(event) => set({ connectionId: event.target.value })}>
            {telephony.connections.map((connection) => (
              <option key={connection.id} value={connection.id}>
                {connection.name}
              </option>
            ))}
          </Select>
        </Field>
        <Field id={`${id}-language`} label={t.numbers.language} help={t.numbers.languageHelp}>
          <Select
            id={`${id}-language`}
            data-testid="number-language"
            value={draft.language}
            onChange={(event) => set({ language: languages.safeParse(event.target.value).data ?? '' })}
          >
            <option value="">{t.numbers.flowLanguage}</option>
            {languages.options.map((option) => (
              <option key={option} value={option}>
                {t.numbers.languages[option]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field id={`${id}-flow`} label={t.numbers.flow}>
        <FlowSelect
          id={`${id}-flow`}
          testId="number-flow"
          flows={telephony.flows}
          value={draft.flowId}
          none={t.numbers.noFlow}
          onChange={(flowId) => set({ flowId })}
        />
      </Field>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-medium text-ink-2 text-xs">{t.numbers.hours}</legend>
        <div className="flex gap-5">
          {[true, false].map((isAlways) => (
            <label key={String(isAlways)} className="flex h-7 cursor-pointer items-center gap-2">
              <input
                type="radio"
                name={`${id}-when`}
                className="accent-ink"
                checked={draft.isAlways === isAlways}
                onChange={() => set({ isAlways })}
              />
              {isAlways ? t.numbers.always : t.numbers.inHours}
            </label>
          ))}
        </div>
        {!draft.isAlways && (
          <>
            <HoursField hours={draft.hours} onChange={(hours) => set({ hours })} />
            <p className="text-ink-3 text-xs">{t.numbers.hoursZone(telephony.timeZone)}</p>
          </>
        )}
        {faults.hours && (
          <p role="alert" className="text-danger text-xs">
            {faults.hours}
          </p>
        )}
      </fieldset>
      {!draft.isAlways && (
        <Field id={`${id}-outside`} label={t.numbers.outsideFlow}>
          <FlowSelect
            id={`${id}-outside`}
            testId="number-outside"
            flows={telephony.flows}
            value={draft.outsideFlowId}
            none={t.numbers.busy}
            onChange={(outsideFlowId) => set({ outsideFlowId })}
          />
        </Field>
      )}
    </div>
  )
}
