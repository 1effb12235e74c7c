import * as z from 'zod'
import { localizedText } from '../../text.ts'
import { keyPauseMs } from '../key-pause.ts'
import { listening } from '../listening.ts'
import { attempts } from '../reprompts.ts'
import { questionHeard } from '../words-before-question.ts'

export const keypadConfig = z.object({
  /** One key chooses, or several make a number. */
  mode: z.enum(['menu', 'digits']).default('menu'),
  question: localizedText.default({}),
  reprompt: localizedText.default({}),
  secondReprompt: localizedText.default({}),
  /** Of a menu: each name is an outcome. */
  keys: z.array(z.object({ key: z.string(), name: z.string() })).default([]),
  /** Variable that keeps the digits; of a masked entry their name, `secret:…`. */
  variable: z.string().default(''),
  minDigits: z.number().int().min(1).max(40).default(1),
  maxDigits: z.number().int().min(1).max(40).default(10),
  /** The key that ends an entry of fewer digits; a pause ends it too. */
  end: z.enum(['#', '*']).default('#'),
  /** Pause between two keys that ends the entry, in milliseconds. */
  pauseMs: z.number().int().min(500).max(30_000).default(keyPauseMs),
  /** The digits are heard, kept and written down nowhere; only the tools of the flow are given them. */
  masked: z.boolean().default(false),
  /** How often the entry may be wrong before `invalid`. */
  maxTries: z.number().int().min(1).max(10).default(3),
  listening,
})
export type KeypadConfig = z.output<typeof keypadConfig>

export const keypadMemory = z.object({
  ...attempts,
  ...questionHeard,
  /** Keys pressed so far; `•` for each digit of a masked entry. */
  digits: z.string(),
  /** Number of the entry in this visit: each has its own secret. */
  entry: z.number(),
  /** Which visit of the node it is, coming back to it left out. */
  visit: z.number(),
})
export type KeypadMemory = z.output<typeof keypadMemory>
