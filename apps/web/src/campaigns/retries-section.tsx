'use client'

import { useId } from 'react'
import { useLocale } from '../i18n/text-provider.tsx'
import { quoted } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { Field, Input, Select } from '../ui/field.tsx'
import { type RetriedOutcome, type RetryDraft, retriedOutcomes } from './campaign-draft.ts'
import { FaultLine } from './fault-line.tsx'
import { FormSection } from './form-section.tsx'
import { NumberField } from './number-field.tsx'
import type { SectionProps } from './section-props.ts'

const dayParts = ['any', 'other', 'morning', 'afternoon', 'evening'] as const

/** Who is called again after what, when, and how often. */
export function RetriesSection({ draft, fault, set }: SectionProps) {
  const t = usePageText()
  const locale = useLocale()
  const id = useId()
  const { after, mostAttempts } = draft
  const on = retriedOutcomes.filter((outcome) => after[outcome].isOn)
  const words = on.map((outcome) => quoted[locale](t.campaigns.outcomes[outcome])).join(', ')
  return (
    <FormSection
      title={t.campaigns.retries}
      summary={t.campaigns.retriesSet(mostAttempts, words)}
      isWrong={Boolean(fault)}
      testId="section-retries"
    >
      <div className="sm:w-1/2">
        <NumberField
          id={`${id}-most`}
          label={t.campaigns.mostAttempts}
          help={t.campaigns.mostAttemptsHelp}
          {...{ min: 1, max: 20, value: mostAttempts }}
          onChange={(value) => set({ mostAttempts: value })}
        />
      </div>
      <ul className="flex flex-col divide-y divide-line">
        {retriedOutcomes.map((outcome) => (
          <li key={outcome} className="py-3">
            <Rule
              outcome={outcome}
              rule={after[outcome]}
              onChange={(change) => set({ after: { ...after, [outcome]: { ...after[outcome], ...change } } })}
            />
          </li>
        ))}
      </ul>
      <FaultLine fault={fault} />
    </FormSection>
  )
}

type RuleProps = { outcome: RetriedOutcome; rule: RetryDraft; onChange: (change: Partial<RetryDraft>) => void }

function Rule({ outcome, rule, onChange }: RuleProps) {
  const t = usePageText()
  const id = useId()
  return (
    <fieldset>
      <legend className="sr-only">{t.campaigns.outcomes[outcome]}</legend>
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          className="accent-ink"
          data-testid={`again-${outcome}`}
          checked={rule.isOn}
          onChange={(event) => onChange({ isOn: event.target.checked })}
        />
        <span className="font-medium">{t.campaigns.outcomes[outcome]}</span>
        <span className="text-ink-3 text-xs">{t.campaigns.again}</span>
      </label>
      {rule.isOn && (
        <div className="mt-2 grid items-start gap-4 sm:grid-cols-3">
          <Field id={`${id}-delays`} label={t.campaigns.delays} help={t.campaigns.delaysHelp}>
            <Input id={`${id}-delays`} maxLength={200} value={rule.delays} onChange={(event) => onChange({ delays: event.target.value })} />
          </Field>
          <NumberField
            id={`${id}-most`}
            label={t.campaigns.most}
            {...{ min: 1, max: 20, value: rule.most }}
            onChange={(most) => onChange({ most })}
          />
          <Field id={`${id}-part`} label={t.campaigns.dayPart}>
            <Select
              id={`${id}-part`}
              value={rule.dayPart}
              onChange={(event) => onChange({ dayPart: dayParts.find((part) => part === event.target.value) ?? 'any' })}
            >
              {dayParts.map((part) => (
                <option key={part} value={part}>
                  {t.campaigns.dayParts[part]}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      )}
    </fieldset>
  )
}
