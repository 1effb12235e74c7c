import { fetcher } from '@elevenlabs/elevenlabs-js/core/fetcher/Fetcher.js'
import { ElevenLabsEnvironment } from '@elevenlabs/elevenlabs-js/environments.js'
import { GetVoicesV2Response } from '@elevenlabs/elevenlabs-js/serialization/types/GetVoicesV2Response.js'
import { z } from 'zod'
import { type Sample, sampleRate, type Vendor, type VendorPlace } from './vendor.ts'
import { SupplyError, type Voice } from './voice-supply.ts'
import { listedVoice, voicesOf } from './voices-of.ts'

const usualModel = 'eleven_flash_v2_5'
const usualVoice = '21m00Tcm4TlvDq8ikWAM'
const pageSize = 100
const mostPages = 5

const page = z.object({ voices: z.array(listedVoice), hasMore: z.boolean().nullish(), nextPageToken: z.string().nullish() })

/** With the transport and the types of their SDK (2.73.0), without its client: that loads 4,000 modules. */
export const elevenLabs = {
  // One word tells about key, model, voice and quota at once.
  test: (place) => speak(place, { voiceId: place.choice.settings.voiceId ?? usualVoice, text: 'Hello.' }),
  speak,
  async listVoices(place, search) {
    const found: Voice[] = []
    let from: string | undefined
    for (let left = mostPages; left > 0; left -= 1) {
      const more = { ...(search ? { search } : {}), ...(from ? { next_page_token: from } : {}) }
      const query = new URLSearchParams({ page_size: String(pageSize), ...more })
      const answer = await ask(place, `/v2/voices?${query}`, 'GET', 'json')
      const { voices, hasMore, nextPageToken } = page.parse(GetVoicesV2Response.parseOrThrow(answer, { skipValidation: true }))
      found.push(...voices.flatMap(voicesOf))
      from = (hasMore && nextPageToken) || undefined
      if (!from) break
    }
    return found
  },
} satisfies Vendor

async function speak(place: VendorPlace, { voiceId, text, language }: Sample): Promise<Int16Array> {
  const { model = usualModel } = place.choice.settings
  // Other models refuse to be told the language.
  const languageCode = language && /v2_5|v3/.test(model) ? { language_code: language } : {}
  const path = `/v1/text-to-speech/${encodeURIComponent(voiceId)}/stream?output_format=pcm_${sampleRate}`
  const sound = await ask(place, path, 'POST', 'arrayBuffer', { text, model_id: model, ...languageCode })
  if (!(sound instanceof ArrayBuffer) || sound.byteLength < 2) throw new SupplyError('ANSWERED_OTHERWISE', 'SILENCE')
  const bytes = Buffer.from(sound)
  return Int16Array.from({ length: bytes.length >> 1 }, (_, at) => bytes.readInt16LE(at * 2))
}

async function ask({ choice, url, line }: VendorPlace, path: string, method: string, responseType: 'json' | 'arrayBuffer', body?: unknown) {
  const response = await fetcher<unknown>({
    url: `${url ?? ElevenLabsEnvironment.Production}${path}`,
    method,
    headers: { 'xi-api-key': choice.apiKey || 'local' },
    ...(body ? { contentType: 'application/json', requestType: 'json', body } : {}),
    responseType,
    maxRetries: 0,
    fetchFn: line,
  })
  if (!response.ok) throw new SupplyError('ANSWERED_OTHERWISE', response.error.reason)
  return response.body
}
