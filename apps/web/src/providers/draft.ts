import type { ProviderKind } from '@parley/db'
import type { Language } from '@parley/flow-runtime'
import type { ListedProvider, ProviderInput } from './listed-provider.ts'
import { type Preset, presetOf } from './presets.ts'

/** A provider while it is typed. */
export type Draft = {
  id?: string
  kind: ProviderKind
  preset: Preset
  name: string
  apiKey: string
  model: string
  url: string
  voiceId: string
  region?: string
  languages: readonly Language[]
  enabled: boolean
}

/** A new provider as the preset suggests it. */
export const newDraft = (preset: Preset, name: string): Draft => ({
  ...{ kind: preset.kind, preset, name, apiKey: '', voiceId: '', languages: [], enabled: true },
  ...suggestionsOf(preset),
})

export const draftOf = (provider: ListedProvider): Draft => ({
  ...{ id: provider.id, kind: provider.kind, preset: presetOf(provider), name: provider.name, apiKey: '' },
  ...{ model: '', url: '', voiceId: '', ...provider.settings },
  ...{ languages: provider.languages, enabled: provider.enabled },
})

/** Another vendor: its suggestions, and its name where nobody typed one. The key belonged to the other vendor. */
export const withPreset = (draft: Draft, preset: Preset, nameOf: (preset: Preset) => string): Draft => ({
  ...{ ...draft, preset, apiKey: '', voiceId: '', ...suggestionsOf(preset) },
  name: draft.name === nameOf(draft.preset) || draft.name.trim() === '' ? nameOf(preset) : draft.name,
})

const suggestionsOf = (preset: Preset) => ({ model: preset.models?.[0] ?? '', url: preset.url ?? '' })

/** As the server takes it: what is empty is left out, an empty key keeps the stored one. */
export function inputOf({ id, kind, preset, name, apiKey, model, url, voiceId, region, languages, enabled }: Draft): ProviderInput {
  const texts = Object.entries({ model, url, voiceId }).flatMap(([field, text]) => (text.trim() ? [[field, text.trim()]] : []))
  return {
    ...{ id, kind, vendor: preset.vendor, name: name.trim(), languages: [...languages], enabled },
    ...(apiKey.trim() ? { apiKey: apiKey.trim() } : {}),
    settings: { ...Object.fromEntries(texts), ...(region ? { region } : {}) },
  }
}
