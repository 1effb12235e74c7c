import type { Settings } from './settings.ts'
import type { Language } from './text.ts'

/** A voice a flow speaks with. `provider` is the id of a provider in the studio, `local` or `installation`; absent: whoever is asked first. */
export type FlowVoice = { id: string; provider?: string }

/** The voice a language is spoken with; undefined: the default of who speaks it. */
export function voiceOf({ voice }: Pick<Settings, 'voice'>, language: Language): FlowVoice | undefined {
  const { id, provider } = voice.byLanguage?.[language] ?? voice
  return id ? { id, ...(provider ? { provider } : {}) } : undefined
}

/** How that voice is asked for: `provider/id`, or the id alone where no provider was chosen. */
export function voiceIdFor(settings: Pick<Settings, 'voice'>, language: Language): string | undefined {
  const voice = voiceOf(settings, language)
  return voice?.provider ? `${voice.provider}/${voice.id}` : voice?.id
}

/** The settings with another voice for one of the flow's languages (undefined: the default); the others keep theirs. */
export function withVoice(
  { voice }: Pick<Settings, 'voice'>,
  languages: readonly Language[],
  language: Language,
  chosen: FlowVoice | undefined,
): Settings['voice'] {
  const { id: _id, provider: _provider, byLanguage: _byLanguage, ...unknown } = voice
  const voices = languages.map((one) => [one, one === language ? chosen : voiceOf({ voice }, one)] as const)
  const [first] = voices
  const isOne = voices.every(([, other]) => other?.id === first?.[1]?.id && other?.provider === first?.[1]?.provider)
  if (isOne) return { ...unknown, ...first?.[1] }
  return { ...unknown, byLanguage: Object.fromEntries(voices.flatMap(([one, other]) => (other ? [[one, other]] : []))) }
}
