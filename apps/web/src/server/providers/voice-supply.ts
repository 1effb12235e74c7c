import type { ProviderChoice, ProviderVendor } from '@parley/db'

/** Why a vendor did not do what was asked. */
export type SupplyCode =
  | 'KEY_REFUSED'
  | 'QUOTA_USED_UP'
  | 'RATE_LIMITED'
  | 'UNREACHABLE'
  | 'TOO_SLOW'
  | 'ADDRESS_REFUSED'
  | 'MODEL_UNKNOWN'
  | 'VOICE_UNKNOWN'
  | 'ENGINE_MISSING'
  | 'ANSWERED_OTHERWISE'

/** `detail` is for support (a status, a vendor's code), never a sentence. */
export class SupplyError extends Error {
  override readonly name = 'SupplyError'
  readonly code: SupplyCode
  readonly detail: string | undefined

  constructor(code: SupplyCode, detail?: string) {
    super(`The provider: ${code}${detail ? ` (${detail})` : ''}`)
    this.code = code
    this.detail = detail
  }
}

/** A voice in one language; a voice that speaks several is there once for each. `language` is '' when the vendor does not say. */
export type Voice = { id: string; name: string; language: string }

/** What the studio asks of vendors. */
export type VoiceSupply = {
  /** The vendors it knows: those that are offered. */
  vendors: readonly ProviderVendor[]
  /** Whether key, address, model and voice work; never throws. */
  testProvider(choice: ProviderChoice): Promise<{ ok: boolean; code?: SupplyCode; detail?: string; tookMs: number }>
  /** Throws SupplyError. */
  listVoices(choice: ProviderChoice, options?: { search?: string }): Promise<Voice[]>
  /** A sentence in a voice. Throws SupplyError. */
  speakSample(
    choice: ProviderChoice,
    sample: { voiceId: string; text: string; language: string },
  ): Promise<{ pcm: Int16Array; sampleRate: number }>
}
