'use client'

import { language as languages } from '@parley/flow-runtime'
import { useId } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { Field, Input, Select } from '../ui/field.tsx'
import { Switch } from '../ui/switch.tsx'
import { type Draft, withPreset } from './draft.ts'
import type { ListedProvider } from './listed-provider.ts'
import { presetName } from './preset-name.ts'
import type { Preset } from './presets.ts'

type ProviderFormProps = {
  draft: Draft
  /** The provider as it is stored; absent for a new one. */
  stored?: ListedProvider
  choices: readonly Preset[]
  onChange: (draft: Draft) => void
}

/** Everything about one provider; asks only for what its vendor needs. */
export function ProviderForm({ draft, stored, choices, onChange }: ProviderFormProps) {
  const t = useText()
  const id = useId()
  const { preset } = draft
  const isLocal = preset.vendor === 'local'
  const isCompatible = preset.id === 'compatible'
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change })
  const nameOf = (one: Preset) => presetName(one, t)
  const keepsKey = stored?.hasKey === true && stored.vendor === preset.vendor && (stored.settings.url ?? '') === draft.url.trim()

  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id={`${id}-vendor`} label={t.providers.vendor}>
          <Select
            id={`${id}-vendor`}
            data-testid="provider-vendor"
            value={preset.id}
            onChange={(event) => {
              const chosen = choices.find((choice) => choice.id === event.target.value)
              if (chosen) onChange(withPreset(draft, chosen, nameOf))
            }}
          >
            {choices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {nameOf(choice)}
              </option>
            ))}
          </Select>
        </Field>
        <Field id={`${id}-name`} label={t.providers.name}>
          <Input
            id={`${id}-name`}
            data-testid="provider-name"
            data-autofocus
            required
            maxLength={80}
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        </Field>
      </div>
      {isCompatible && <UrlField id={`${id}-url`} label={t.providers.url} help={t.providers.urlHelp} draft={draft} set={set} required />}
      {!isLocal && (
        <Field id={`${id}-key`} label={t.providers.key} help={keepsKey ? keptKey(stored.keyTail, t) : t.providers.keyHelp}>
          <Input
            id={`${id}-key`}
            data-testid="provider-key"
            type="password"
            autoComplete="off"
            spellCheck={false}
            required={!keepsKey}
            maxLength={500}
            value={draft.apiKey}
            onChange={(event) => set({ apiKey: event.target.value })}
          />
        </Field>
      )}
      {!isLocal && (
        <Field id={`${id}-model`} label={t.providers.model}>
          <Input
            id={`${id}-model`}
            list={`${id}-models`}
            className="font-mono text-xs"
            spellCheck={false}
            required={isCompatible}
            maxLength={200}
            value={draft.model}
            onChange={(event) => set({ model: event.target.value })}
          />
          <datalist id={`${id}-models`}>
            {preset.models?.map((model) => (
              <option key={model} value={model} />
            ))}
          </datalist>
        </Field>
      )}
      {draft.kind === 'synthesis' && (
        <Field id={`${id}-voice`} label={t.providers.voiceId} help={t.providers.voiceIdHelp}>
          <Input
            id={`${id}-voice`}
            className="font-mono text-xs"
            spellCheck={false}
            maxLength={200}
            value={draft.voiceId}
            onChange={(event) => set({ voiceId: event.target.value })}
          />
        </Field>
      )}
      {!isLocal && !isCompatible && preset.url === undefined && (
        <details open={draft.url !== '' || undefined}>
          <summary className="w-fit rounded text-ink-2 text-xs hover:text-ink">{t.providers.otherUrl}</summary>
          <div className="mt-2">
            <UrlField id={`${id}-url`} label={t.providers.url} draft={draft} set={set} />
          </div>
        </details>
      )}
      <div className="flex flex-wrap items-start justify-between gap-4">
        <fieldset>
          <legend className="mb-1 font-medium text-ink-2 text-xs">{t.providers.languages}</legend>
          <div className="flex gap-4">
            {languages.options.map((option) => (
              <label key={option} className="flex h-7 cursor-pointer items-center gap-2">
                <input
                  type="checkbox"
                  className="accent-ink"
                  checked={draft.languages.includes(option)}
                  onChange={(event) => {
                    const others = draft.languages.filter((other) => other !== option)
                    set({ languages: event.target.checked ? [...others, option] : others })
                  }}
                />
                {t.editor.languages[option]}
              </label>
            ))}
          </div>
          <p className="text-ink-3 text-xs">{t.providers.languagesHelp}</p>
        </fieldset>
        <div className="flex items-center gap-2">
          <label htmlFor={`${id}-enabled`} className="font-medium text-ink-2 text-xs">
            {t.providers.enabled}
          </label>
          <Switch id={`${id}-enabled`} checked={draft.enabled} onChange={(enabled) => set({ enabled })} />
        </div>
      </div>
    </div>
  )
}

const keptKey = (tail: string | null, t: ReturnType<typeof useText>) => (tail ? t.providers.keyKept(tail) : t.providers.keyKeptNoTail)

type UrlFieldProps = { id: string; label: string; help?: string; draft: Draft; set: (change: Partial<Draft>) => void; required?: boolean }

function UrlField({ id, label, help, draft, set, required }: UrlFieldProps) {
  return (
    <Field id={id} label={label} help={help}>
      <Input
        id={id}
        type="url"
        className="font-mono text-xs"
        placeholder="https://"
        spellCheck={false}
        required={required}
        maxLength={500}
        value={draft.url}
        onChange={(event) => set({ url: event.target.value })}
      />
    </Field>
  )
}
