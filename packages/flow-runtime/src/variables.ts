import * as z from 'zod'
import { localizedText } from './text.ts'

export const variableType = z.enum([
  'text',
  'number',
  'boolean',
  'date',
  'time',
  'dateTime',
  'duration',
  'phone',
  'email',
  'personName',
  'money',
  'choice',
  'list',
  'object',
])
export type VariableType = z.output<typeof variableType>

/** One thing a caller can choose: `value` is stored and compared, `label` is spoken (the value, where there is none). */
const choice = z.object({ value: z.string().min(1), label: localizedText.optional(), synonyms: z.array(z.string()).default([]) })
export type Choice = z.output<typeof choice>

/**
 * A declared variable. Each type has one JSON form, which `isValueOf` checks:
 * text and personName: a string that is not empty · number: a finite number · boolean: true or false ·
 * date: `2026-11-24` · time: `15:30` · dateTime: an ISO 8601 instant with its zone, `2026-11-24T14:30:00Z` or `…+01:00` ·
 * duration: a number of minutes, 90 is an hour and a half · money: a number of units of the currency, 12.5 ·
 * phone: E.164, `+33612345678` · email: `ada@example.org` · choice: one of `choices[].value` · list: an array · object: an object.
 * A money value has no currency: it is said in the language's usual one (USD in English, EUR in French) or in the one a text names.
 */
export const variableDeclaration = z.object({
  name: z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'starts with a small letter; letters and digits only'),
  type: variableType,
  label: z.string().optional(),
  /** Personal data: masked in the studio until asked for, never in logs. */
  pii: z.boolean().default(false),
  choices: z.array(choice).optional(),
})
export type VariableDeclaration = z.output<typeof variableDeclaration>

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type Variables = Readonly<Record<string, Json>>
