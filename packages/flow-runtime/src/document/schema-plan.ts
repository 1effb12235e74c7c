import * as z from 'zod'
import { isObject } from './is-object.ts'

export type Schema = z.core.$ZodType

/** What a schema takes, as far as its parts go. */
export type SchemaPlan =
  | { kind: 'object'; fields: readonly [string, Schema][]; known: readonly string[] /** Takes any other name too. */; isOpen: boolean }
  | { kind: 'list'; item: Schema }
  /** `known`: the only names it takes. */
  | { kind: 'record'; known?: readonly string[]; value: Schema }
  | { kind: 'union'; optionFor: (value: unknown) => Schema | undefined }
  | { kind: 'plain'; takes: (value: unknown) => boolean }

const plans = new WeakMap<Schema, SchemaPlan>()

/** Reads a schema once; what only says that a value may be missing, or where it comes from, is left out. */
export function schemaPlan(schema: Schema): SchemaPlan {
  const known = plans.get(schema)
  if (known) return known
  const plan = planOf(unwrapped(schema))
  plans.set(schema, plan)
  return plan
}

function planOf(schema: Schema): SchemaPlan {
  if (schema instanceof z.ZodObject) {
    const shape: Readonly<Record<string, Schema>> = schema.shape
    const { catchall } = schema.def
    return {
      kind: 'object',
      fields: Object.entries(shape),
      known: Object.keys(shape),
      isOpen: catchall !== undefined && !(catchall instanceof z.ZodNever),
    }
  }
  if (schema instanceof z.ZodArray) return { kind: 'list', item: schema.element }
  if (schema instanceof z.ZodRecord) {
    const { keyType, valueType } = schema
    return { kind: 'record', known: keyType instanceof z.ZodEnum ? keyType.options.map(String) : undefined, value: valueType }
  }
  if (schema instanceof z.ZodDiscriminatedUnion)
    return { kind: 'union', optionFor: byDiscriminator(schema.options, schema.def.discriminator) }
  if (schema instanceof z.ZodUnion) return { kind: 'union', optionFor: byKind(schema.options) }
  const type =
    schema instanceof z.ZodString ? 'string' : schema instanceof z.ZodNumber ? 'number' : schema instanceof z.ZodBoolean ? 'boolean' : ''
  return { kind: 'plain', takes: (value) => (type === '' ? !Array.isArray(value) && !isObject(value) : typeof value === type) }
}

function unwrapped(schema: Schema): Schema {
  if (schema instanceof z.ZodPipe) return unwrapped(schema.in)
  const isWrapper =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly ||
    schema instanceof z.ZodCatch ||
    schema instanceof z.ZodLazy
  return isWrapper ? unwrapped(schema.unwrap()) : schema
}

function byDiscriminator(options: readonly Schema[], discriminator: string): (value: unknown) => Schema | undefined {
  const byName = new Map<unknown, Schema>()
  for (const option of options) {
    const literal: unknown = option instanceof z.ZodObject ? option.shape[discriminator] : undefined
    if (literal instanceof z.ZodLiteral) for (const name of literal.values) byName.set(name, option)
  }
  return (value) => (isObject(value) ? byName.get(value[discriminator]) : undefined)
}

/** Of several alternatives of the value's kind the one that takes it, else the first. */
function byKind(options: readonly Schema[]): (value: unknown) => Schema | undefined {
  return (value) => {
    const fitting = options.filter((option) => isOfKind(schemaPlan(option), value))
    return fitting.length > 1 ? (fitting.find((option) => z.safeParse(option, value).success) ?? fitting[0]) : fitting[0]
  }
}

function isOfKind(plan: SchemaPlan, value: unknown): boolean {
  if (plan.kind === 'plain') return plan.takes(value)
  if (plan.kind === 'union') return plan.optionFor(value) !== undefined
  return plan.kind === 'list' ? Array.isArray(value) : isObject(value)
}
