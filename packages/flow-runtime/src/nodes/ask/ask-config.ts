import { z } from 'zod'
import type { FlowHead } from '../../flow-head.ts'
import { localizedText } from '../../text.ts'
import type { VariableDeclaration } from '../../variables.ts'
import { listening } from '../listening.ts'
import { attempts } from '../reprompts.ts'

export const askConfig = z.object({
  /** Name of the variable the answer goes into; its type says what is expected. */
  variable: z.string().default(''),
  question: localizedText.default({}),
  reprompt: localizedText.default({}),
  secondReprompt: localizedText.default({}),
  confirm: z.boolean().default(false),
  confirmText: localizedText.default({}),
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
  phase: z.enum(['asking', 'confirming']),
  /** The question reached the contact, at least its first words. */
  asked: z.boolean(),
  /** The contact was speaking when the node was entered. */
  hadFloor: z.boolean(),
  /** Words from before the question were set aside once. */
  setAside: z.boolean(),
  words: z.string(),
  wordsConfidence: z.number(),
  candidate: z.union([z.string(), z.number(), z.boolean()]).nullable(),
})
export type AskMemory = z.output<typeof askMemory>

/** The declaration of the asked variable; free text when it is not declared. */
export function askedVariable({ variable }: AskConfig, { variables }: FlowHead): VariableDeclaration {
  return variables.find(({ name }) => name === variable) ?? { name: variable, type: 'text', pii: false }
}
