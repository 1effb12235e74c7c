'use client'

import { useId } from 'react'
import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { FaultLine } from './fault-line.tsx'
import { FormSection } from './form-section.tsx'
import { NumberField } from './number-field.tsx'
import type { SectionProps } from './section-props.ts'

/** How many calls at once and a second, how long, and how often to one number. */
export function LimitsSection({ draft, fault, set }: SectionProps) {
  const t = usePageText()
  const locale = useLocale()
  const id = useId()
  const { concurrentCalls, callsPerSecond, maxCallMinutes, isCapped, capCalls, capDays } = draft
  const words = (value: number) => value.toLocaleString(locale)
  const summary = [
    t.campaigns.limitsSet(concurrentCalls, words(callsPerSecond), words(maxCallMinutes)),
    isCapped && t.campaigns.capSet(capCalls, capDays),
  ]
  return (
    <FormSection title={t.campaigns.limits} summary={summary.filter(Boolean).join(' ')} isWrong={Boolean(fault)} testId="section-limits">
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <NumberField
          id={`${id}-calls`}
          label={t.campaigns.concurrentCalls}
          {...{ min: 1, max: 10_000, value: concurrentCalls }}
          onChange={(value) => set({ concurrentCalls: value })}
        />
        <NumberField
          id={`${id}-rate`}
          label={t.campaigns.callsPerSecond}
          {...{ min: 0.1, max: 500, step: 0.1, value: callsPerSecond }}
          onChange={(value) => set({ callsPerSecond: value })}
        />
        <NumberField
          id={`${id}-minutes`}
          label={t.campaigns.maxCallMinutes}
          help={t.campaigns.maxCallHelp}
          {...{ min: 0.5, max: 10, step: 0.5, value: maxCallMinutes }}
          onChange={(value) => set({ maxCallMinutes: value })}
        />
      </div>
      <label className="flex items-center gap-2">
        <input type="checkbox" className="accent-ink" checked={isCapped} onChange={(event) => set({ isCapped: event.target.checked })} />
        {t.campaigns.cap}
      </label>
      {isCapped && (
        <div className="grid items-start gap-4 sm:grid-cols-3">
          <NumberField
            id={`${id}-cap`}
            label={t.campaigns.capCalls}
            {...{ min: 1, max: 100, value: capCalls }}
            onChange={(value) => set({ capCalls: value })}
          />
          <NumberField
            id={`${id}-days`}
            label={t.campaigns.capDays}
            {...{ min: 1, max: 365, value: capDays }}
            onChange={(value) => set({ capDays: value })}
          />
        </div>
      )}
      <FaultLine fault={fault} />
    </FormSection>
  )
}
