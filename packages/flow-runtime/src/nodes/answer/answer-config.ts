import * as z from 'zod'
import { localizedText } from '../../text.ts'
import { listening } from '../listening.ts'
import { attempts } from '../reprompts.ts'

export const answerConfig = z.object({
  /** What the contact said last is the question already. */
  useLastWords: z.boolean().default(true),
  question: localizedText.default({}),
  reprompt: localizedText.default({}),
  secondReprompt: localizedText.default({}),
  /** Part of the tenant's knowledge to look in; '' is all of it. */
  collection: z.string().default(''),
  waiting: localizedText.default({ en: 'One moment, I am looking it up.', fr: 'Un instant, je cherche.' }),
  unknownText: localizedText.default({ en: 'I am sorry, I do not know that.', fr: 'Je suis désolée, je ne sais pas.' }),
  /** Variable that keeps the titles of the sources: a list, or a text. */
  sourcesVariable: z.string().default(''),
  timeoutMs: z.number().int().min(500).max(60_000).default(10_000),
  /** How often the contact's question may not be recognised before `unknown`. */
  maxTries: z.number().int().min(1).max(10).default(3),
  listening,
})
export type AnswerConfig = z.output<typeof answerConfig>

export const answerMemory = z.object({
  ...attempts,
  phase: z.enum(['asking', 'lookingUp', 'telling']),
  /** Why there is no answer to tell; null where there is one. */
  noAnswer: z.enum(['knowledgeTooSlow', 'knowledgeFailed', 'knowledgeUnknown']).nullable(),
  /** The contact was asked for the question at least once in this visit. */
  asked: z.boolean(),
})
export type AnswerMemory = z.output<typeof answerMemory>
