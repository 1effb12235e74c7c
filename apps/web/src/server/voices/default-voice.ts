import type { ProviderChoice } from '@parley/db'
import type { Language } from '@parley/flow-runtime'
import { supply } from '../providers/supply.ts'
import { SupplyError } from '../providers/voice-supply.ts'

/** The voice a provider speaks a language with when the flow chose none: its own setting, else the first that speaks it. Throws SupplyError. */
export async function defaultVoiceOf(choice: ProviderChoice, language: Language): Promise<string> {
  if (choice.settings.voiceId) return choice.settings.voiceId
  const voices = await supply().listVoices(choice)
  const voice = voices.find((one) => one.language === language) ?? voices[0]
  if (!voice) throw new SupplyError('VOICE_UNKNOWN')
  return voice.id
}
