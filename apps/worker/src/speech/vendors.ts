import { createFluxRecogniser } from './deepgram/flux.ts'
import { createNovaRecogniser } from './deepgram/nova.ts'
import { createElevenLabsSynthesiser } from './elevenlabs/synthesiser.ts'
import { createCartesiaRecogniser, createCartesiaSynthesiser } from './livekit-plugin/cartesia.ts'
import { localVoice } from './local-voice.ts'
import type { SpeechProvider } from './providers.ts'
import type { Recogniser } from './recogniser.ts'
import type { Synthesiser } from './synthesiser.ts'

export type SpeechVendor = 'cartesia' | 'deepgram' | 'deepgram-flux' | 'elevenlabs' | 'local'
type Chosen = Pick<SpeechProvider, 'apiKey' | 'settings'>
/** `scope` names model and usual voice: what was made in another scope is another speech. */
type Voice = { synthesiser: Synthesiser; scope: string }

/** Any key: the local speech server takes all of them. */
const localKey = 'local'
const cartesiaModel = 'sonic-3'
const cartesiaVoice = 'f786b574-daa5-4673-aa0c-cbe3e8534c02'
const elevenLabsModel = 'eleven_flash_v2_5'
const elevenLabsVoice = '21m00Tcm4TlvDq8ikWAM'

const recognisers: Record<SpeechVendor, ((chosen: Chosen) => Recogniser) | undefined> = {
  cartesia: ({ apiKey, settings: { url, model } }) => createCartesiaRecogniser({ apiKey, url, model }),
  deepgram: ({ apiKey, settings: { url, model = 'nova-3' } }) => createNovaRecogniser({ apiKey, url, model, isLocal: false }),
  'deepgram-flux': ({ apiKey, settings: { url, model } }) => createFluxRecogniser({ apiKey, url, model }),
  elevenlabs: undefined,
  local: ({ settings: { url } }) => createNovaRecogniser({ apiKey: localKey, url, model: 'nova-3', isLocal: true }),
}

const synthesisers: Record<SpeechVendor, ((chosen: Chosen) => Voice) | undefined> = {
  cartesia: ({ apiKey, settings: { url, model = cartesiaModel, voiceId = cartesiaVoice } }) => ({
    synthesiser: createCartesiaSynthesiser({ apiKey, url, model, voiceId }),
    scope: `${model} ${voiceId}`,
  }),
  deepgram: undefined,
  'deepgram-flux': undefined,
  elevenlabs: ({ apiKey, settings: { url, model = elevenLabsModel, voiceId: usual = elevenLabsVoice } }) => ({
    synthesiser: createElevenLabsSynthesiser({ apiKey, url, model, voiceOf: ({ voiceId }) => voiceId || usual }),
    scope: `${model} ${usual}`,
  }),
  local: ({ settings: { url } }) => ({
    synthesiser: createElevenLabsSynthesiser({ apiKey: localKey, url, model: localKey, voiceOf: localVoice }),
    scope: localKey,
  }),
}

/** Whether this vendor does this. */
export function isSpeechVendor(vendor: string, kind: SpeechProvider['kind']): vendor is SpeechVendor {
  const table: Record<string, unknown> = kind === 'recognition' ? recognisers : synthesisers
  return Object.hasOwn(table, vendor) && table[vendor] !== undefined
}

/** Throws when the vendor does not recognise speech. */
export function recogniserOf({ vendor, ...chosen }: SpeechProvider): Recogniser {
  const create = recognisers[vendor]
  if (!create) throw new Error(`${vendor} does not recognise speech.`)
  return create(chosen)
}

/** Throws when the vendor does not speak. */
export function synthesiserOf({ vendor, ...chosen }: SpeechProvider): Voice {
  const create = synthesisers[vendor]
  if (!create) throw new Error(`${vendor} does not speak.`)
  return create(chosen)
}
