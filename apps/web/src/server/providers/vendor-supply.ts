import type { ProviderChoice, ProviderVendor } from '@parley/db'
import type { AddressGuard } from '@parley/net-guard'
import { fetch } from 'undici'
import { deepgram, deepgramFlux } from './deepgram-vendor.ts'
import { elevenLabs } from './elevenlabs-vendor.ts'
import { local } from './local-vendor.ts'
import { openAi } from './openai-vendor.ts'
import { sampleRate, type Vendor, type VendorPlace } from './vendor.ts'
import { throughLine } from './vendor-line.ts'
import { SupplyError, type VoiceSupply } from './voice-supply.ts'

type SupplyOptions = {
  guard: AddressGuard
  /** Of the embedded speech: given by the installation, so not guarded. */
  localUrl?: string
  timeoutMs?: number
}

const vendors: Partial<Record<ProviderVendor, Vendor>> = {
  ...{ deepgram, 'deepgram-flux': deepgramFlux, elevenlabs: elevenLabs, openai: openAi, local },
}

/** The vendors that are known here, asked with their own SDKs at their own address or the one in the settings. */
export function createVendorSupply({ guard, localUrl, timeoutMs = 8_000 }: SupplyOptions): VoiceSupply {
  function at<T>(choice: ProviderChoice, use: (place: VendorPlace, vendor: Vendor) => Promise<T>): Promise<T> {
    const vendor = vendors[choice.vendor]
    const isLocal = choice.vendor === 'local'
    const url = (isLocal ? localUrl : choice.settings.url)?.replace(/\/+$/, '')
    if (!vendor || (isLocal && !url)) return Promise.reject(new SupplyError('ENGINE_MISSING'))
    return throughLine(isLocal ? fetch : guard.fetch, timeoutMs, (line) => use({ choice, url, line }, vendor))
  }

  return {
    vendors: Object.keys(vendors).filter((vendor): vendor is ProviderVendor => vendor in vendors),
    async testProvider(choice) {
      const startedAt = performance.now()
      const tookMs = () => Math.round(performance.now() - startedAt)
      try {
        await at(choice, (place, vendor) => vendor.test(place))
        return { ok: true, tookMs: tookMs() }
      } catch (error) {
        const { code, detail } = error instanceof SupplyError ? error : new SupplyError('ANSWERED_OTHERWISE')
        return { ok: false, code, detail, tookMs: tookMs() }
      }
    },
    listVoices: (choice, { search = '' } = {}) =>
      at(choice, async (place, { listVoices }) => (await listVoices?.(place, search.trim())) ?? []),
    speakSample: (choice, sample) =>
      at(choice, async (place, { speak }) => {
        if (!speak) throw new SupplyError('ENGINE_MISSING')
        return { pcm: await speak(place, sample), sampleRate }
      }),
  }
}
