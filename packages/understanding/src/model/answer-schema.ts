import type { UnderstandRequest } from '@parley/flow-runtime'
import { z } from 'zod'
import { nameOrNull, strictObject } from './strict-object.ts'

/** What a model must answer, before anything in it is believed. Values are text; see trusted-answer.ts. */
export const modelAnswer = z.object({
  intent: z.string().nullable(),
  confidence: z.number().min(0).max(1),
  slots: z.array(z.object({ name: z.string(), value: z.string(), raw: z.string(), confidence: z.number().min(0).max(1) })).max(50),
})
export type ModelAnswer = z.output<typeof modelAnswer>

/** The same as strict JSON Schema, narrowed to the intents and slots of this request. */
export function answerSchema({ intents, slots }: UnderstandRequest): Record<string, unknown> {
  const confidence = { type: 'number', description: '0 to 1' }
  const slotName = slots.length > 0 ? { type: 'string', enum: slots.map(({ name }) => name) } : { type: 'string' }
  const intent = nameOrNull(intents.map(({ name }) => name))
  const slot = { name: slotName, value: { type: 'string' }, raw: { type: 'string' }, confidence }
  return strictObject({ intent, confidence, slots: { type: 'array', items: strictObject(slot) } })
}
