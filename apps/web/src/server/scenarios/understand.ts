import { language, variableType } from '@parley/flow-runtime'
import { z } from 'zod'
import { localEngine } from '../local-engine.ts'
import { procedure } from '../trpc.ts'

const words = z.string().max(2_000)
const list = <T extends z.ZodType>(of: T) => z.array(of).max(500).readonly()

const input = z.object({
  text: words,
  language,
  question: words.optional(),
  intents: list(z.object({ name: words, description: words.optional(), samples: list(words) })),
  slots: list(z.object({ name: words, type: variableType, choices: list(z.object({ value: words, synonyms: list(words) })).optional() })),
  timeZone: z.string().max(64),
  now: z.number(),
})

/** What the words of a text test mean, by the engine that every call has. Keeps nothing of them. */
export const understand = procedure.input(input).mutation(({ input }) => localEngine().understand(input))
