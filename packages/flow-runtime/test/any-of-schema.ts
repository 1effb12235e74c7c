import fc from 'fast-check'
import { z } from 'zod'

/** Any value a config schema takes, defaults left out now and then; `strings` gives the words, by the name of the field. */
export function anyOf(schema: z.ZodType, strings: (field: string) => fc.Arbitrary<string>, field = ''): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional) {
    return fc.option(anyOf(inner(schema.unwrap()), strings, field), { nil: undefined, freq: 8 })
  }
  if (schema instanceof z.ZodNullable) return fc.option(anyOf(inner(schema.unwrap()), strings, field), { nil: null })
  if (schema instanceof z.ZodString) return strings(field).filter((text) => schema.safeParse(text).success)
  if (schema instanceof z.ZodNumber) {
    const least = Math.ceil(schema.minValue ?? 0)
    return fc.integer({ min: least, max: Math.min(least + 5, schema.maxValue ?? least + 5) })
  }
  if (schema instanceof z.ZodBoolean) return fc.boolean()
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options)
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values)
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map((option) => anyOf(inner(option), strings, field)))
  if (schema instanceof z.ZodArray) return fc.array(anyOf(inner(schema.element), strings, field), { maxLength: 3 })
  if (schema instanceof z.ZodRecord) return fc.dictionary(fc.constantFrom('en', 'fr'), anyOf(inner(schema.valueType), strings, field))
  if (schema instanceof z.ZodObject) {
    const shape = Object.entries(schema.shape).map(([name, of]) => [name, anyOf(inner(of), strings, name)] as const)
    return fc.record(Object.fromEntries(shape))
  }
  throw new Error(`No arbitrary for ${schema.constructor.name} in ${field}`)
}

const inner = (schema: unknown): z.ZodType => {
  if (schema instanceof z.ZodType) return schema
  throw new Error('Not a schema of zod')
}
