import { z } from 'zod'

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

/**
 * A declared variable. Values are JSON: date `2026-11-24`, time `15:30`, dateTime an ISO instant, phone E.164,
 * boolean true/false, choice one of `choices[].value`, everything else text or a number.
 */
export const variableDeclaration = z.object({
  name: z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'starts with a small letter; letters and digits only'),
  type: variableType,
  label: z.string().optional(),
  /** Personal data: masked in the studio until asked for, never in logs. */
  pii: z.boolean().default(false),
  choices: z.array(z.object({ value: z.string().min(1), synonyms: z.array(z.string()).default([]) })).optional(),
})
export type VariableDeclaration = z.output<typeof variableDeclaration>

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type Variables = Readonly<Record<string, Json>>
