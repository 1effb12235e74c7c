import type { ProviderKind, ProviderVendor } from '@parley/db'

/** What the form offers: a vendor, or a server that speaks a vendor's protocol, with what is mostly right for it. */
export type Preset = {
  id: string
  kind: ProviderKind
  vendor: ProviderVendor
  /** null: named by the studio's language. */
  name: string | null
  url?: string
  models?: readonly string[]
}

const openAi = (id: string, name: string | null, url: string | undefined, models: readonly string[]): Preset => ({
  ...{ id, kind: 'model', vendor: 'openai', name, url, models },
})

/** In the order in which they are offered; the first model is the one to start with. */
export const presets: readonly Preset[] = [
  { id: 'deepgram', kind: 'recognition', vendor: 'deepgram', name: 'Deepgram', models: ['nova-3', 'nova-2'] },
  {
    ...{ id: 'deepgram-flux', kind: 'recognition', vendor: 'deepgram-flux', name: 'Deepgram Flux' },
    models: ['flux-general-multi', 'flux-general-en'],
  },
  { id: 'local-recognition', kind: 'recognition', vendor: 'local', name: null },
  {
    ...{ id: 'elevenlabs', kind: 'synthesis', vendor: 'elevenlabs', name: 'ElevenLabs' },
    models: ['eleven_flash_v2_5', 'eleven_turbo_v2_5', 'eleven_multilingual_v2'],
  },
  { id: 'local-synthesis', kind: 'synthesis', vendor: 'local', name: null },
  openAi('openai', 'OpenAI', undefined, ['gpt-4.1-mini', 'gpt-4.1', 'gpt-4o-mini']),
  openAi('groq', 'Groq', 'https://api.groq.com/openai/v1', ['llama-3.3-70b-versatile', 'llama-3.1-8b-instant']),
  openAi('gemini', 'Google Gemini', 'https://generativelanguage.googleapis.com/v1beta/openai', [
    'gemini-2.5-flash',
    'gemini-2.5-flash-lite',
  ]),
  openAi('mistral', 'Mistral', 'https://api.mistral.ai/v1', ['mistral-small-latest', 'mistral-medium-latest']),
  openAi('openrouter', 'OpenRouter', 'https://openrouter.ai/api/v1', ['openai/gpt-4.1-mini']),
  openAi('compatible', null, undefined, []),
]

/** The preset a stored provider was made from; a server nobody knows is "another compatible one". */
export function presetOf({ kind, vendor, settings }: { kind: ProviderKind; vendor: ProviderVendor; settings: { url?: string } }): Preset {
  const candidates = presets.filter((preset) => preset.kind === kind && preset.vendor === vendor)
  const fallback: Preset = { id: vendor, kind, vendor, name: vendor }
  return (
    candidates.find(({ id, url }) => id !== 'compatible' && url === settings.url) ??
    candidates.find(({ id }) => id === 'compatible') ??
    candidates[0] ??
    fallback
  )
}
