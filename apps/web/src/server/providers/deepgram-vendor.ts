import { DeepgramClient } from '@deepgram/sdk'
import { z } from 'zod'
import { wavOf } from '../voices/wav-of.ts'
import { sampleRate, type Vendor, type VendorPlace } from './vendor.ts'
import { SupplyError } from './voice-supply.ts'

/** Half a second of silence costs next to nothing and tells about key, model and credit at once. */
const silence = wavOf(new Int16Array(sampleRate / 2), sampleRate)

const heard = z.object({ results: z.object({ channels: z.array(z.unknown()) }) })

async function hear({ choice: { apiKey }, url, line }: VendorPlace, model: string): Promise<void> {
  const { listen } = new DeepgramClient({ apiKey, ...(url ? { baseUrl: url } : {}), fetch: line, maxRetries: 0 })
  heard.parse(await listen.v1.media.transcribeFile(silence, { model }))
}

export const deepgram: Vendor = { test: (place) => hear(place, place.choice.settings.model ?? 'nova-3') }

/** Flux listens to streams only; the key and the credit are those of the other models. */
export const deepgramFlux: Vendor = {
  async test(place) {
    const { model = 'flux-general-multi' } = place.choice.settings
    if (!model.startsWith('flux-')) throw new SupplyError('MODEL_UNKNOWN', model)
    await hear(place, 'nova-3')
  },
}
