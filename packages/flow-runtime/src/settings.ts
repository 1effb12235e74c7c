import * as z from 'zod'
import { language, localizedText } from './text.ts'

/** A voice of a provider; `provider` is its id in the studio, or `local`. */
const chosenVoice = z.object({ id: z.string().optional(), provider: z.string().optional() })

/** How a flow listens, speaks and ends, with the defaults a new flow starts from. Durations in milliseconds. */
export const settings = z.object({
  silence: z
    .object({ waitMs: z.number().int().positive().default(6000), maxReprompts: z.number().int().min(0).max(10).default(2) })
    .prefault({}),
  interruption: z.object({ enabled: z.boolean().default(true), minSpeechMs: z.number().int().min(0).default(120) }).prefault({}),
  understanding: z
    .object({
      threshold: z.number().min(0).max(1).default(0.5),
      /** From which confidence an `anywhere` handler takes the call away from the current question. */
      anywhereThreshold: z.number().min(0).max(1).default(0.6),
    })
    .prefault({}),
  /** Follow the contact when they speak another of the flow's languages. */
  followLanguage: z.boolean().default(false),
  /** What the greeting must say besides its own words. */
  disclosure: z
    .object({
      ai: z.boolean().default(false),
      recording: z.boolean().default(false),
      aiText: localizedText.default({ en: 'I am an automatic assistant.', fr: 'Je suis un assistant automatique.' }),
      recordingText: localizedText.default({ en: 'This call is recorded.', fr: 'Cet appel est enregistré.' }),
    })
    .prefault({}),
  maxCallMs: z.number().int().positive().default(600_000),
  recording: z
    .object({
      enabled: z.boolean().default(true),
      /** `consented`: nothing is recorded before a consent node of the purpose `recording` was agreed to. */
      startsWhen: z.enum(['answered', 'consented']).default('answered'),
    })
    .prefault({}),
  /** For every language but those with a voice of their own. */
  voice: chosenVoice.extend({ byLanguage: z.partialRecord(language, chosenVoice).optional() }).prefault({}),
  /** How agent nodes talk. */
  model: z
    .object({
      /** Instead of numbers, dates or addresses that the model made up. */
      unknownLine: localizedText.default({ en: 'I cannot tell you that for sure.', fr: 'Je ne peux pas vous le dire avec certitude.' }),
      /** Characters of one reply; 600 take about 45 seconds. */
      longestReply: z.number().int().min(100).max(4000).default(600),
      contextTokens: z.number().int().min(200).max(100_000).default(3000),
      /** Of a million tokens, by model, in any currency. */
      prices: z.array(z.object({ model: z.string(), input: z.number().min(0), output: z.number().min(0) })).default([]),
    })
    .prefault({}),
  failureLine: localizedText.default({
    en: 'I am sorry, something went wrong on our side. Please call again later. Goodbye.',
    fr: 'Je suis désolée, un problème est survenu de notre côté. Merci de rappeler plus tard. Au revoir.',
  }),
  /** Said after half a second of silence while something outside is waited for; empty: nothing. */
  waitingLine: localizedText.default({ en: 'One moment.', fr: 'Un instant.' }),
  resumeLine: localizedText.default({ en: 'Sorry, I am back.', fr: 'Pardon, je suis de retour.' }),
  timeLimitLine: localizedText.default({
    en: 'I am sorry, we have reached the end of our time. Goodbye.',
    fr: 'Je suis désolée, nous sommes arrivés au bout du temps prévu. Au revoir.',
  }),
  timeZone: z.string().default('Europe/Paris'),
})
export type Settings = z.output<typeof settings>
