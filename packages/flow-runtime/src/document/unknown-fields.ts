import { z } from 'zod'
import { foundWords, oneOf } from './expected-words.ts'
import { isObject } from './is-object.ts'
import { nearest } from './nearest.ts'
import type { Path } from './path-text.ts'
import type { ReadReport } from './read-problem.ts'

type Schema = z.core.$ZodType

/**
 * FIELD_UNKNOWN for every name in a value that its schema does not have. Reads the schemas themselves: a new node
 * type or field is known here at once. Objects are only looked at when `strict` (Zod leaves out what it does not know
 * of them); names of records, such as languages, always (Zod refuses them).
 */
export function unknownFields(schema: Schema, value: unknown, strict: boolean, report: ReadReport, path: Path = []): void {
  const inner = unwrapped(schema)
  const deeper = (next: Schema, part: unknown, step: string | number) => unknownFields(next, part, strict, report, [...path, step])
  if (inner instanceof z.ZodUnion) {
    const option = fittingOption(inner, value)
    if (option) unknownFields(option, value, strict, report, path)
  } else if (inner instanceof z.ZodArray) {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) deeper(inner.element, item, index)
  } else if (!isObject(value)) return
  else if (inner instanceof z.ZodRecord) {
    const { keyType } = inner
    const known = keyType instanceof z.ZodEnum ? keyType.options.map(String) : undefined
    for (const [name, part] of Object.entries(value)) {
      if (known && !known.includes(name)) reportName(name, known, [...path, name], report)
      else deeper(inner.valueType, part, name)
    }
  } else if (inner instanceof z.ZodObject) {
    const shape: Readonly<Record<string, Schema>> = inner.shape
    const known = Object.keys(shape)
    const isOpen = inner.def.catchall !== undefined && !(inner.def.catchall instanceof z.ZodNever)
    for (const [name, part] of Object.entries(value)) {
      const field = Object.hasOwn(shape, name) ? shape[name] : undefined
      if (field) deeper(field, part, name)
      else if (strict && !isOpen) reportName(name, known, [...path, name], report)
    }
  }
}

function reportName(name: string, known: readonly string[], path: Path, report: ReadReport): void {
  report('FIELD_UNKNOWN', path, { expected: oneOf(known), found: foundWords(name), nearest: nearest(name, known) })
}

/** Without what only says that a value may be missing or where it comes from. */
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

/** The alternative a value is meant as: by its discriminator, else the first that takes it, else the first of its kind. */
function fittingOption(union: z.ZodUnion, value: unknown): Schema | undefined {
  const options: readonly Schema[] = union.options
  if (union instanceof z.ZodDiscriminatedUnion) {
    const { discriminator } = union.def
    if (!isObject(value)) return undefined
    return options.find((option) => {
      const literal: unknown = option instanceof z.ZodObject ? option.shape[discriminator] : undefined
      return literal instanceof z.ZodLiteral && literal.safeParse(value[discriminator]).success
    })
  }
  return options.find((option) => z.safeParse(option, value).success) ?? options.find((option) => isOfKind(unwrapped(option), value))
}

function isOfKind(schema: Schema, value: unknown): boolean {
  if (Array.isArray(value)) return schema instanceof z.ZodArray
  return isObject(value) && (schema instanceof z.ZodObject || schema instanceof z.ZodRecord || schema instanceof z.ZodUnion)
}
