import type { TranscriptionPlace } from './transcribe-file.ts'

const usualModel = 'nova-3'

/** Where a provider's key transcribes recordings. Its model, unless that hears streams only. */
export function placeOf(apiKey: string, { url, model }: { url?: string; model?: string }): TranscriptionPlace {
  return { apiKey, url, model: model === undefined || model.startsWith('flux') ? usualModel : model }
}
