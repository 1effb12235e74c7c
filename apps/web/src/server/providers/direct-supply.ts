import type { ProviderChoice, ProviderVendor } from '@parley/db'
import { fetch, type RequestInit } from 'undici'
import { z } from 'zod'
import { type AddressGuard, AddressRefusedError } from './address-guard.ts'
import { type SupplyCode, SupplyError, type Voice, type VoiceSupply } from './voice-supply.ts'

type DirectOptions = {
  guard: AddressGuard
  /** Of the embedded speech: given by the installation, so not guarded. */
  localUrl?: string
  timeoutMs?: number
}

const sampleRate = 24_000
const languages = ['en', 'fr']
const paidVoiceId = '21m00Tcm4TlvDq8ikWAM'
const addresses: Partial<Record<ProviderVendor, string>> = {
  deepgram: 'https://api.deepgram.com',
  'deepgram-flux': 'https://api.deepgram.com',
  elevenlabs: 'https://api.elevenlabs.io',
  openai: 'https://api.openai.com/v1',
}

const elevenLabsFault = z.object({ detail: z.object({ code: z.string().optional(), status: z.string().optional() }) })
const elevenLabsVoices = z.object({
  voices: z.array(
    z.object({
      voice_id: z.string(),
      name: z.string(),
      labels: z.record(z.string(), z.unknown()).nullish(),
      verified_languages: z.array(z.object({ language: z.string() })).nullish(),
      preview_url: z.string().nullish(),
    }),
  ),
})
const deepgramModels = z.object({
  stt: z.array(z.object({ name: z.string(), canonical_name: z.string(), architecture: z.string().optional() })),
})
const openAiModels = z.object({ data: z.array(z.object({ id: z.string() })) })
const health = z.object({ engines: z.object({ recognition: z.object({ available: z.boolean() }) }) })

/** Vendors by plain requests: Deepgram, ElevenLabs, OpenAI and what is compatible, and the embedded speech. */
export function createDirectSupply({ guard, localUrl, timeoutMs = 8_000 }: DirectOptions): VoiceSupply {
  const addressOf = ({ vendor, settings }: ProviderChoice) => {
    const address = vendor === 'local' ? localUrl : (settings.url ?? addresses[vendor])
    if (!address) throw new SupplyError('ENGINE_MISSING')
    return address.replace(/\/+$/, '')
  }

  async function ask(choice: ProviderChoice, path: string, init: RequestInit = {}) {
    const request = {
      ...init,
      signal: AbortSignal.timeout(timeoutMs),
      headers: { ...keyHeader(choice), 'content-type': 'application/json' },
    }
    const url = `${addressOf(choice)}${path}`
    try {
      const response = choice.vendor === 'local' ? await fetch(url, request) : await guard.fetch(url, request)
      const body = Buffer.from(await response.arrayBuffer())
      if (response.ok) return body
      throw faultOf(response.status, body)
    } catch (error) {
      if (error instanceof SupplyError) throw error
      if (error instanceof AddressRefusedError)
        throw new SupplyError(error.code === 'UNKNOWN_HOST' ? 'UNREACHABLE' : 'ADDRESS_REFUSED', error.code)
      throw new SupplyError(error instanceof Error && error.name === 'TimeoutError' ? 'TOO_SLOW' : 'UNREACHABLE')
    }
  }

  async function askFor<T>(schema: z.ZodType<T>, choice: ProviderChoice, path: string): Promise<T> {
    const parsed = schema.safeParse(jsonOf(await ask(choice, path)))
    if (!parsed.success) throw new SupplyError('ANSWERED_OTHERWISE', 'SHAPE')
    return parsed.data
  }

  async function speak(choice: ProviderChoice, { voiceId, text, language }: { voiceId: string; text: string; language?: string }) {
    const model = choice.settings.model ?? 'eleven_flash_v2_5'
    // Other models refuse to be told the language.
    const languageCode = language && /v2_5|v3/.test(model) ? { language_code: language } : {}
    const body = JSON.stringify({ text, model_id: model, ...languageCode })
    const path = `/v1/text-to-speech/${encodeURIComponent(voiceId)}/stream?output_format=pcm_${sampleRate}`
    const bytes = await ask(choice, path, { method: 'POST', body })
    if (bytes.length < 2) throw new SupplyError('ANSWERED_OTHERWISE', 'SILENCE')
    return samplesOf(bytes)
  }

  const tests: Partial<Record<ProviderVendor, (choice: ProviderChoice) => Promise<unknown>>> = {
    async deepgram(choice) {
      await ask(choice, '/v1/auth/token')
      const { model = 'nova-3' } = choice.settings
      const { stt } = await askFor(deepgramModels, choice, '/v1/models')
      const names = stt.flatMap(({ name, canonical_name, architecture = '' }) => [canonical_name, architecture, `${architecture}-${name}`])
      if (!names.includes(model)) throw new SupplyError('MODEL_UNKNOWN', model)
    },
    async 'deepgram-flux'(choice) {
      await ask(choice, '/v1/auth/token')
      const { model = 'flux-general-multi' } = choice.settings
      if (!model.startsWith('flux-')) throw new SupplyError('MODEL_UNKNOWN', model)
    },
    // One word costs next to nothing and tells about key, model, voice and quota at once.
    elevenlabs: (choice) => speak(choice, { voiceId: choice.settings.voiceId ?? paidVoiceId, text: 'Hello.' }),
    async openai(choice) {
      const { model = 'gpt-4.1-mini' } = choice.settings
      const { data } = await askFor(openAiModels, choice, '/models')
      // Gemini puts "models/" before its names and takes them without.
      if (!data.some(({ id }) => id === model || id === `models/${model}`)) throw new SupplyError('MODEL_UNKNOWN', model)
    },
    async local(choice) {
      if (choice.kind === 'synthesis') return speak(choice, { voiceId: choice.settings.voiceId ?? 'en-us', text: 'Hello.' })
      const { engines } = await askFor(health, choice, '/health')
      if (!engines.recognition.available) throw new SupplyError('ENGINE_MISSING')
    },
  }

  return {
    vendors: Object.keys(tests).filter((vendor): vendor is ProviderVendor => vendor in tests),
    async testProvider(choice) {
      const startedAt = performance.now()
      const tookMs = () => Math.round(performance.now() - startedAt)
      try {
        await tests[choice.vendor]?.(choice)
        return { ok: true, tookMs: tookMs() }
      } catch (error) {
        const { code, detail } = error instanceof SupplyError ? error : new SupplyError('ANSWERED_OTHERWISE')
        return { ok: false, code, detail, tookMs: tookMs() }
      }
    },
    async listVoices(choice, { search = '' } = {}) {
      if (choice.vendor !== 'elevenlabs' && choice.vendor !== 'local') return []
      const query = new URLSearchParams({ page_size: '100', ...(search ? { search } : {}) })
      const { voices } = await askFor(elevenLabsVoices, choice, `/v2/voices?${query}`)
      const wanted = search.trim().toLowerCase()
      const found =
        choice.vendor === 'local' ? voices.filter(({ name, voice_id: id }) => `${name} ${id}`.toLowerCase().includes(wanted)) : voices
      return found.flatMap(voicesOf)
    },
    speakSample: async (choice, sample) => ({ pcm: await speak(choice, sample), sampleRate }),
  }
}

/** One voice for each language it is known to speak. */
function voicesOf(voice: z.output<typeof elevenLabsVoices>['voices'][number]): Voice[] {
  const { voice_id: id, name, labels, verified_languages: verified, preview_url: previewUrl } = voice
  const labelled = typeof labels?.language === 'string' ? [labels.language] : []
  const known = [...new Set([...(verified ?? []).map(({ language }) => language), ...labelled])].filter((one) => languages.includes(one))
  return (known.length > 0 ? known : ['']).map((language) => ({ id, name, language, ...(previewUrl ? { previewUrl } : {}) }))
}

function keyHeader({ vendor, apiKey }: ProviderChoice): Record<string, string> {
  if (vendor === 'elevenlabs' || vendor === 'local') return { 'xi-api-key': apiKey || 'local' }
  return { authorization: `${vendor === 'openai' ? 'Bearer' : 'Token'} ${apiKey}` }
}

function faultOf(status: number, body: Buffer): SupplyError {
  const parsed = elevenLabsFault.safeParse(jsonOf(body))
  const said = parsed.success ? (parsed.data.detail.code ?? parsed.data.detail.status ?? '') : ''
  const detail = said || String(status)
  if (/quota|payment|credit/.test(said) || status === 402) return new SupplyError('QUOTA_USED_UP', detail)
  if (/voice/.test(said)) return new SupplyError('VOICE_UNKNOWN', detail)
  if (/model/.test(said)) return new SupplyError('MODEL_UNKNOWN', detail)
  const byStatus: Record<number, SupplyCode> = { 401: 'KEY_REFUSED', 403: 'KEY_REFUSED', 429: 'RATE_LIMITED' }
  return new SupplyError(byStatus[status] ?? 'ANSWERED_OTHERWISE', detail)
}

function samplesOf(bytes: Buffer): Int16Array {
  const samples = new Int16Array(bytes.length >> 1)
  for (let at = 0; at < samples.length; at += 1) samples[at] = bytes.readInt16LE(at * 2)
  return samples
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}
