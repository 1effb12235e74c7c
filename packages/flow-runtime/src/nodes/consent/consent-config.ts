import * as z from 'zod'
import { localizedText } from '../../text.ts'
import { listening } from '../listening.ts'
import { attempts } from '../reprompts.ts'

export const consentConfig = z.object({
  /** What is agreed to, as the ledger names it, e.g. `marketing` or `recording`. */
  purpose: z.string().default(''),
  /** Asks the contact, or records at once what they have said already ("stop calling me"). */
  mode: z.enum(['ask', 'given', 'refused']).default('ask'),
  question: localizedText.default({}),
  reprompt: localizedText.default({}),
  secondReprompt: localizedText.default({}),
  /** How often the contact may be unclear before it counts as refused. */
  maxTries: z.number().int().min(1).max(10).default(3),
  /** Only who heard the whole question can agree to it: it is not interrupted unless the author says so. */
  listening: listening.unwrap().prefault({ interruptible: false }),
})
export type ConsentConfig = z.output<typeof consentConfig>

export const consentMemory = z.object({
  ...attempts,
  /** The question was heard to its end. */
  heard: z.boolean(),
})
export type ConsentMemory = z.output<typeof consentMemory>
