import { language } from '@parley/flow-runtime'
import { z } from 'zod'

const sentence = z.string().max(500)

/** Intents as the draft on the page has them, saved or not. */
export const intentSet = z.object({
  language,
  intents: z
    .array(z.object({ name: z.string().max(100), description: sentence.optional(), samples: z.array(sentence).max(200).readonly() }))
    .max(100)
    .refine((intents) => intents.reduce((sum, { samples }) => sum + samples.length, 0) <= 1500),
})
