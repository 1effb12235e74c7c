import type { GenerateRequest } from '@parley/flow-runtime'
import { z } from 'zod'
import { nameOrNull, strictObject } from './strict-object.ts'

/** What a model must answer in an agent node, before anything in it is believed. `input` is JSON as text, for strict schemas know no free objects. */
export const generatedAnswer = z.object({
  text: z.string().max(20_000),
  exit: z.string().nullable(),
  tool: z.object({ name: z.string(), input: z.string() }).nullable(),
  values: z.array(z.object({ name: z.string(), value: z.string() })).max(50),
})
export type GeneratedAnswer = z.output<typeof generatedAnswer>

/** The same as strict JSON Schema, narrowed to the exits, tools and results of this request. */
export function generationSchema({ exits, tools, results }: GenerateRequest): Record<string, unknown> {
  const name = (names: readonly string[]) => (names.length > 0 ? { type: 'string', enum: names } : { type: 'string' })
  const tool = strictObject({ name: name(tools.map((one) => one.name)), input: { type: 'string', description: 'a JSON value' } })
  const value = strictObject({ name: name(results.map((one) => one.name)), value: { type: 'string' } })
  // In this order: the words may state the values, and everything else can wait for them.
  return strictObject({
    values: { type: 'array', items: value },
    text: { type: 'string', description: 'the next words, as they are spoken' },
    exit: nameOrNull(exits.map((one) => one.name)),
    tool: tools.length > 0 ? { anyOf: [tool, { type: 'null' }] } : { type: 'null' },
  })
}
