import { language as languages } from '@parley/flow-runtime'
import { z } from 'zod'
import type { Voice } from './voice-supply.ts'

/** What is read of a voice as the SDK hands it over. */
export const listedVoice = z.object({
  voiceId: z.string(),
  name: z.string().nullish(),
  labels: z.record(z.string(), z.unknown()).nullish(),
  verifiedLanguages: z.array(z.object({ language: z.string() })).nullish(),
})

/** One voice for each language of the studio it is known to speak; one without a language where the vendor does not say. */
export function voicesOf({ voiceId: id, name, labels, verifiedLanguages }: z.output<typeof listedVoice>): Voice[] {
  const told = [...(verifiedLanguages ?? []).map(({ language }) => language), labels?.language]
  const known = languages.options.filter((one) => told.includes(one))
  return (known.length > 0 ? known : ['']).map((language) => ({ id, name: name ?? id, language }))
}
