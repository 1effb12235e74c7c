'use client'

import { useId } from 'react'
import { usePageText } from '../i18n/use-page-text.ts'
import { Field, Input, Select } from '../ui/field.tsx'
import { Switch } from '../ui/switch.tsx'
import { type ConnectionDraft, keepsKeys, newConnectionDraft } from './connection-draft.ts'
import { KeyField } from './key-field.tsx'
import type { ListedCarrier, ListedConnection } from './telephony-types.ts'

type ConnectionFormProps = {
  draft: ConnectionDraft
  stored?: ListedConnection
  carriers: readonly ListedCarrier[]
  /** The fields the server found wrong. */
  wrong: readonly string[]
  onChange: (draft: ConnectionDraft) => void
}

/** Everything about a connection; its keys are asked for as the carrier's data say. */
export function ConnectionForm({ draft, stored, carriers, wrong, onChange }: ConnectionFormProps) {
  const t = usePageText()
  const id = useId()
  const { carrier } = draft
  const set = (change: Partial<ConnectionDraft>) => onChange({ ...draft, ...change })
  const isKept = keepsKeys(draft, stored)
  const nameOf = ({ kind }: ListedCarrier) => t.numbers.carriers[kind]

  function choose(kind: string) {
    const chosen = carriers.find((one) => one.kind === kind)
    if (!chosen) return
    const isOwnName = draft.name.trim() !== '' && draft.name !== nameOf(carrier)
    onChange({ ...newConnectionDraft(chosen, isOwnName ? draft.name : nameOf(chosen)), enabled: draft.enabled })
  }

  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id={`${id}-carrier`} label={t.numbers.carrier}>
          <Select
            id={`${id}-carrier`}
            data-testid="connection-carrier"
            disabled={stored !== undefined}
            value={carrier.kind}
            onChange={(event) => choose(event.target.value)}
          >
            {carriers.map((one) => (
              <option key={one.kind} value={one.kind}>
                {nameOf(one)}
              </option>
            ))}
          </Select>
        </Field>
        <Field id={`${id}-name`} label={t.numbers.name}>
          <Input
            id={`${id}-name`}
            data-testid="connection-name"
            data-autofocus
            required
            maxLength={80}
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        </Field>
      </div>
      {carrier.fields.map((field) => (
        <KeyField
          key={`${carrier.kind} ${field.name}`}
          id={`${id}-key-${field.name}`}
          field={field}
          value={draft.keys[field.name] ?? ''}
          isKept={isKept}
          isNeededAgain={stored !== undefined && !isKept && field.required}
          isWrong={wrong.includes(field.name)}
          onChange={(text) => set({ keys: { ...draft.keys, [field.name]: text } })}
        />
      ))}
      {wrong.includes('') && (
        <p role="alert" className="text-danger text-xs">
          {t.numbers.keysWrong}
        </p>
      )}
      <details open={draft.apiBase !== '' || undefined}>
        <summary className="w-fit rounded text-ink-2 text-xs hover:text-ink">{t.numbers.apiBaseMore}</summary>
        <div className="mt-2">
          <Field id={`${id}-base`} label={t.numbers.apiBase} help={carrier.defaultApiBase && t.numbers.apiBaseHelp(carrier.defaultApiBase)}>
            <Input
              id={`${id}-base`}
              data-testid="connection-address"
              type="url"
              className="font-mono text-xs"
              placeholder={carrier.defaultApiBase ?? 'https://'}
              spellCheck={false}
              maxLength={500}
              value={draft.apiBase}
              onChange={(event) => set({ apiBase: event.target.value })}
            />
          </Field>
        </div>
      </details>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Limit
          id={`${id}-calls`}
          label={t.numbers.maxCalls}
          min={1}
          max={1_000}
          step={1}
          value={draft.maxCalls}
          onChange={(maxCalls) => set({ maxCalls })}
        />
        <Limit
          id={`${id}-rate`}
          label={t.numbers.callsPerSecond}
          min={0.1}
          max={100}
          step={0.1}
          value={draft.callsPerSecond}
          onChange={(callsPerSecond) => set({ callsPerSecond })}
        />
        <p className="text-ink-3 text-xs">{t.numbers.limitsHelp}</p>
        <div className="flex items-center justify-end gap-2">
          <label htmlFor={`${id}-enabled`} className="font-medium text-ink-2 text-xs">
            {t.numbers.enabled}
          </label>
          <Switch id={`${id}-enabled`} checked={draft.enabled} onChange={(enabled) => set({ enabled })} />
        </div>
      </div>
    </div>
  )
}

type LimitProps = { id: string; label: string; min: number; max: number; step: number; value: number; onChange: (value: number) => void }

function Limit({ id, label, min, max, step, value, onChange }: LimitProps) {
  return (
    <Field id={id} label={label}>
      <Input
        {...{ id, min, max, step }}
        type="number"
        required
        className="tabular-nums"
        value={Number.isNaN(value) ? '' : value}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </Field>
  )
}
