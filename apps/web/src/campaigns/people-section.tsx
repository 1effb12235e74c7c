'use client'

import { useId } from 'react'
import { usePageText } from '../i18n/use-page-text.ts'
import { Field, Select } from '../ui/field.tsx'
import { FormSection } from './form-section.tsx'
import type { SectionProps } from './section-props.ts'

const machineWays = ['hangUp', 'leaveMessage', 'talk'] as const
const consents = ['notRefused', 'required'] as const

/** What happens with answering machines, and who may be called at all. */
export function PeopleSection({ draft, set }: Omit<SectionProps, 'fault'>) {
  const t = usePageText()
  const id = useId()
  const { machines, consent } = draft
  return (
    <FormSection
      title={t.campaigns.people}
      summary={t.campaigns.peopleSet(t.campaigns.machineWays[machines], t.campaigns.consents[consent])}
      isWrong={false}
      testId="section-people"
    >
      <Field id={`${id}-machines`} label={t.campaigns.machines}>
        <Select
          id={`${id}-machines`}
          value={machines}
          onChange={(event) => set({ machines: machineWays.find((way) => way === event.target.value) ?? 'hangUp' })}
        >
          {machineWays.map((way) => (
            <option key={way} value={way}>
              {t.campaigns.machineWays[way]}
            </option>
          ))}
        </Select>
      </Field>
      <Field id={`${id}-consent`} label={t.campaigns.consent}>
        <Select
          id={`${id}-consent`}
          value={consent}
          onChange={(event) => set({ consent: consents.find((one) => one === event.target.value) ?? 'required' })}
        >
          {consents.map((one) => (
            <option key={one} value={one}>
              {t.campaigns.consents[one]}
            </option>
          ))}
        </Select>
      </Field>
    </FormSection>
  )
}
