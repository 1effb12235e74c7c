import * as z from 'zod'
import { localizedText } from '../../text.ts'
import { listening } from '../listening.ts'
import { attempts } from '../reprompts.ts'

export const callbackConfig = z.object({
  question: localizedText.default({ en: 'When shall we call you back?', fr: 'Quand pouvons-nous vous rappeler ?' }),
  reprompt: localizedText.default({}),
  secondReprompt: localizedText.default({}),
  confirmText: localizedText.default({}),
  /** Variables that keep the day and the time on the call's clock; known both when the node is first entered, they are read back. */
  date: z.string().default(''),
  time: z.string().default(''),
  /** The next call when none is agreed. */
  defaultAfterMinutes: z.number().int().min(1).max(43_200).default(60),
  note: z.string().default(''),
  maxTries: z.number().int().min(1).max(10).default(3),
  listening,
})
export type CallbackConfig = z.output<typeof callbackConfig>

export const callbackMemory = z.object({
  ...attempts,
  phase: z.enum(['asking', 'confirming']),
  /** As said so far: `2026-11-24` and `15:30`; a time without a day is the next such time. */
  date: z.string().nullable(),
  time: z.string().nullable(),
})
export type CallbackMemory = z.output<typeof callbackMemory>
