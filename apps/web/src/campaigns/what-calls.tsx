'use client'

import { useId } from 'react'
import { usePageText } from '../i18n/use-page-text.ts'
import type { Telephony } from '../numbers/telephony-types.ts'
import { Field, Input, Select } from '../ui/field.tsx'
import type { SectionProps } from './section-props.ts'

type WhatCallsProps = SectionProps & {
  telephony: Telephony
  /** Those that are published. */
  flows: Telephony['flows']
  /** The published versions of the chosen flow, newest first. */
  versions: readonly { id: string; number: number }[]
  isFlowFixed: boolean
}

/** The name of a campaign, the flow that speaks, and the number that is shown. */
export function WhatCalls({ draft, fault, set, telephony, flows, versions, isFlowFixed }: WhatCallsProps) {
  const t = usePageText()
  const id = useId()
  const isNumberGone = !telephony.numbers.some((one) => one.connectionId === draft.connectionId && one.number === draft.callerId)
  const isFlowListed = flows.some((flow) => flow.id === draft.flowId)
  const connectionOf = new Map(telephony.connections.map((connection) => [connection.id, connection.name]))
  return (
    <section className="grid items-start gap-4 rounded-xl border border-line bg-surface p-4 shadow-card sm:grid-cols-2">
      <Field id={`${id}-name`} label={t.campaigns.name} help={t.campaigns.nameHelp} error={fault}>
        <Input
          id={`${id}-name`}
          data-testid="campaign-name"
          maxLength={80}
          aria-invalid={fault !== undefined || undefined}
          value={draft.name}
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      <Field id={`${id}-number`} label={t.campaigns.number} error={isNumberGone ? t.campaigns.numberGone : undefined}>
        <Select
          id={`${id}-number`}
          data-testid="campaign-number"
          className="tabular-nums"
          value={isNumberGone ? '' : `${draft.connectionId} ${draft.callerId}`}
          onChange={(event) => {
            const [connectionId = '', callerId = ''] = event.target.value.split(' ')
            set({ connectionId, callerId })
          }}
        >
          {isNumberGone && <option value="">{draft.callerId}</option>}
          {telephony.numbers.map((one) => (
            <option key={one.id} value={`${one.connectionId} ${one.number}`}>
              {[one.international, one.name || connectionOf.get(one.connectionId)].filter(Boolean).join(' · ')}
            </option>
          ))}
        </Select>
      </Field>
      <Field id={`${id}-flow`} label={t.campaigns.flow} help={isFlowFixed ? t.campaigns.flowFixed : undefined}>
        <Select
          id={`${id}-flow`}
          data-testid="campaign-flow"
          disabled={isFlowFixed}
          value={draft.flowId}
          onChange={(event) => set({ flowId: event.target.value, flowVersionId: '' })}
        >
          {!isFlowListed && <option value={draft.flowId}>{t.numbers.flowGone}</option>}
          {flows.map((flow) => (
            <option key={flow.id} value={flow.id}>
              {flow.name}
            </option>
          ))}
        </Select>
      </Field>
      <Field id={`${id}-version`} label={t.campaigns.version}>
        <Select
          id={`${id}-version`}
          data-testid="campaign-version"
          value={draft.flowVersionId || versions[0]?.id}
          onChange={(event) => set({ flowVersionId: event.target.value })}
        >
          {versions.map((version, index) => (
            <option key={version.id} value={version.id}>
              {index === 0 ? t.campaigns.newest(version.number) : t.campaigns.versionOf(version.number)}
            </option>
          ))}
        </Select>
      </Field>
    </section>
  )
}
