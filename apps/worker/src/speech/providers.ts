import { withAttempts } from './attempts.ts'
import { withCache } from './cache.ts'
import { createDeepgramRecogniser } from './deepgram/recogniser.ts'
import { createElevenLabsSynthesiser } from './elevenlabs/synthesiser.ts'
import { localVoice } from './local-voice.ts'
import type { Recogniser } from './recogniser.ts'
import type { SpeechStore } from './store/speech-store.ts'
import type { Synthesiser, SynthesisRequest } from './synthesiser.ts'

export type SpeechConfig = {
  deepgram?: { apiKey: string; url?: string; model?: string }
  elevenlabs?: { apiKey: string; url?: string; voiceId?: string; model?: string }
  /** The local speech server: the provider without keys, and the voice when the paid one fails. */
  local?: { url: string }
}

export type SpeechProviders = {
  recogniser: Recogniser
  synthesiser: Synthesiser
  /** Synthesises texts ahead of need, in the background; resolves with how many of them are there, never rejects. */
  prepare(texts: readonly string[], how: Pick<SynthesisRequest, 'language' | 'voiceId' | 'sampleRate' | 'signal'>): Promise<number>
}

const localKey = 'local'
const paidVoiceId = '21m00Tcm4TlvDq8ikWAM'

/** The speech providers of this process: the vendors' where a key is given, else the same protocols on the local speech server. */
export function createSpeechProviders({ deepgram, elevenlabs, local }: SpeechConfig, store?: SpeechStore): SpeechProviders {
  const recognition: SpeechConfig['deepgram'] = deepgram ?? (local && { apiKey: localKey, url: local.url })
  if (!recognition) throw new Error('Recognition has neither a key nor a local speech server.')
  const model = elevenlabs?.model ?? 'eleven_flash_v2_5'
  const paid =
    elevenlabs &&
    createElevenLabsSynthesiser({ ...elevenlabs, model, voiceOf: ({ voiceId }) => voiceId || elevenlabs.voiceId || paidVoiceId })
  const embedded =
    local &&
    createElevenLabsSynthesiser({
      apiKey: localKey,
      url: local.url,
      model: localKey,
      voiceOf: localVoice,
    })
  const [first, ...others] = [paid, embedded].filter((synthesiser) => synthesiser !== undefined)
  if (!first) throw new Error('Synthesis has neither a key nor a local speech server.')
  const scope = elevenlabs ? `${model} ${elevenlabs.voiceId ?? paidVoiceId}` : localKey
  const synthesiser = withCache(withAttempts(first, ...others), scope, { store })
  return {
    recogniser: createDeepgramRecogniser({ ...recognition, model: recognition.model ?? 'nova-3', isLocal: deepgram === undefined }),
    synthesiser,
    prepare: (texts, how) => synthesiser.prepare({ texts, ...how }),
  }
}
