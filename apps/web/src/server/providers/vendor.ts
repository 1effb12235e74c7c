import type { ProviderChoice } from '@parley/db'
import type { Voice } from './voice-supply.ts'

/** A vendor's place: what was chosen, and how requests get there. */
export type VendorPlace = { choice: ProviderChoice; url: string | undefined; line: typeof fetch }
export type Sample = { voiceId: string; text: string; language?: string }

/** What the studio asks of one vendor. */
export type Vendor = {
  /** Resolves when key, model and voice work; throws SupplyError, or what the SDK throws. */
  test(place: VendorPlace): Promise<unknown>
  listVoices?(place: VendorPlace, search: string): Promise<Voice[]>
  /** Samples of 24 kHz. */
  speak?(place: VendorPlace, sample: Sample): Promise<Int16Array>
}

export const sampleRate = 24_000
