import * as z from 'zod'
import type { NodeContext } from '../../node-type.ts'
import { localizedText } from '../../text.ts'
import type { VariableDeclaration } from '../../variables.ts'
import { listening } from '../listening.ts'
import { attempts } from '../reprompts.ts'

const field = z.object({
  /** Name of a variable; its type says what is expected. */
  variable: z.string(),
  question: localizedText.default({}),
  reprompt: localizedText.default({}),
  /** What it is called in a read-back and by the contact, several names by commas; '' in a language: as the variable. */
  called: localizedText.default({}),
  /** Asked for when it was not said; otherwise only taken when it is said. */
  required: z.boolean().default(true),
  /** Read back at the end. */
  confirm: z.boolean().default(true),
})

export const formConfig = z.object({
  /** What is asked first, while nothing is known: an invitation to say several things at once. */
  question: localizedText.default({}),
  fields: z.array(field).default([]),
  confirmText: localizedText.default({}),
  /** How often the contact may not be understood, one time after the other, before `gaveUp`. */
  maxTries: z.number().int().min(1).max(10).default(3),
  skipIfKnown: z.boolean().default(true),
  listening,
})
export type FormConfig = z.output<typeof formConfig>

export const formMemory = z.object({
  ...attempts,
  /** `changing`: something read back is wrong, and the contact was asked what. */
  phase: z.enum(['asking', 'confirming', 'changing']),
  /** Variable of the field asked for; '' while the invitation stands. */
  asking: z.string(),
  /** The question was put at least once in this visit. */
  asked: z.boolean(),
  /** The last words are being understood once more, as the answer to the question alone; what they were taken for first. */
  narrowed: z.boolean(),
  instead: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})
export type FormMemory = z.output<typeof formMemory>

/** A field with its variable's declaration; free text when it is not declared. */
export type Entry = z.output<typeof field> & { declaration: VariableDeclaration }

/** The fields, each variable once. */
export function entriesOf({ fields }: FormConfig, { head }: NodeContext): Entry[] {
  const first = fields.filter(({ variable }, at) => variable !== '' && fields.findIndex((other) => other.variable === variable) === at)
  return first.map((one) => ({
    ...one,
    declaration: head.variables.find(({ name }) => name === one.variable) ?? { name: one.variable, type: 'text', pii: false },
  }))
}

export const isKnown = ({ variable }: Entry, { state }: NodeContext): boolean => (state.variables[variable] ?? null) !== null

/** What still has to be asked for. */
export const missing = (data: FormConfig, context: NodeContext): Entry[] =>
  entriesOf(data, context).filter((entry) => entry.required && !isKnown(entry, context))

/** What is read back. */
export const confirmable = (data: FormConfig, context: NodeContext): Entry[] =>
  entriesOf(data, context).filter((entry) => entry.confirm && isKnown(entry, context))
