import * as z from 'zod'
import type { FlowHead } from '../../flow-head.ts'
import { localizedText } from '../../text.ts'
import type { VariableDeclaration } from '../../variables.ts'
import { listening } from '../listening.ts'
import { attempts } from '../reprompts.ts'
import { questionHeard } from '../words-before-question.ts'

export const askConfig = z.object({
  /** Name of the variable the answer goes into; its type says what is expected. */
  variable: z.string().default(''),
  question: localizedText.default({}),
  reprompt: localizedText.default({}),
  secondReprompt: localizedText.default({}),
  /** CEL condition over the answer, under the variable's name. Only one that is false refuses: what cannot be computed is nobody's fault. */
  valid: z.string().default(''),
  /** Said when `valid` does not hold; may use the value. */
  invalidText: localizedText.default({}),
  confirm: z.boolean().default(false),
  confirmText: localizedText.default({}),
  /** The answer may be typed on the telephone's keys. */
  keypad: z.boolean().default(false),
  /** Letters are expected: a name or a code is spelled. */
  spelled: z.boolean().default(false),
  /** Intents that leave the question by an outcome of their own ("I do not know"). */
  escapes: z.array(z.object({ name: z.string(), intents: z.array(z.string()).default([]) })).default([]),
  /** How often the contact may not be understood before `noMatch`. */
  maxTries: z.number().int().min(1).max(10).default(3),
  skipIfKnown: z.boolean().default(true),
  /** Sample answers, separated by commas. */
  examples: z.string().default(''),
  listening,
})
export type AskConfig = z.output<typeof askConfig>

export const askMemory = z.object({
  ...attempts,
  ...questionHeard,
  phase: z.enum(['asking', 'confirming']),
  words: z.string(),
  wordsConfidence: z.number(),
  candidate: z.union([z.string(), z.number(), z.boolean()]).nullable(),
  /** Keys pressed so far. */
  digits: z.string(),
  /** The contact was asked to spell the name that was misheard. */
  spelling: z.boolean(),
})
export type AskMemory = z.output<typeof askMemory>

/** The declaration of the asked variable; free text when it is not declared. */
export function askedVariable({ variable }: Pick<AskConfig, 'variable'>, { variables }: FlowHead): VariableDeclaration {
  return variables.find(({ name }) => name === variable) ?? { name: variable, type: 'text', pii: false }
}
