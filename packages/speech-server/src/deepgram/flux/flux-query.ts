import { z } from 'zod'
import { type AudioQuery, readAudioQuery } from '../query.ts'

/** Deepgram's ranges (developers.deepgram.com/docs/flux/configuration). */
export const thresholds = z
  .object({
    /** Confidence that ends the turn; 1: only the client ends it. */
    eot_threshold: z.coerce.number().min(0.5).max(1).default(0.7),
    /** Confidence at which an early end is told; null: never. */
    eager_eot_threshold: z.coerce.number().min(0.3).max(0.9).nullable().default(null),
    /** Silence that ends the turn whatever the confidence. */
    eot_timeout_ms: z.coerce.number().int().min(500).max(60_000).default(5000),
  })
  .refine((all) => all.eager_eot_threshold === null || all.eager_eot_threshold <= all.eot_threshold, {
    message: 'eager_eot_threshold must not be above eot_threshold.',
  })
export type Thresholds = z.output<typeof thresholds>

/** `languageHints` is null for the English model, which takes none. */
export type FluxQuery = AudioQuery & { thresholds: Thresholds; languageHints: string[] | null }

/** Reads the query of `/v2/listen`; a string is the sentence of a refusal. */
export function readFluxQuery(query: URLSearchParams): FluxQuery | string {
  const audio = readAudioQuery(query)
  if (typeof audio === 'string') return audio
  const model = query.get('model')
  if (model !== 'flux-general-en' && model !== 'flux-general-multi') return 'model must be flux-general-en or flux-general-multi.'
  const hints = query.getAll('language_hint')
  if (model === 'flux-general-en' && hints.length > 0) return 'language_hint is for flux-general-multi.'
  if (hints.length > 0 && !hints.some(isEnglish)) return 'There is only English on this server.'
  const parsed = thresholds.safeParse(Object.fromEntries(query))
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' ')
  return { ...audio, thresholds: parsed.data, languageHints: model === 'flux-general-multi' ? hints : null }
}

/** The one language that is listened to. */
export const isEnglish = (language: string): boolean => /^en\b/.test(language)
