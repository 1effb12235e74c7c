import { readFile } from 'node:fs/promises'
import type { Language } from '@parley/flow-runtime'
import type { z } from 'zod'
import { InputError, UsageError } from './cli-error.ts'
import { type Given, single } from './parse-arguments.ts'

/** The text of a file. Throws InputError when it cannot be read. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    const message = `This file cannot be read (${reason}).`
    throw new InputError(file, [{ code: 'FILE_UNREADABLE', path: '', expected: 'a file that can be read', message }])
  }
}

/** A JSON file of a shape. Throws InputError with the places that are otherwise. */
export async function readJson<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.output<Schema>> {
  const value = parseJson(file, await readText(file))
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.slice(0, 20).map((issue) => {
    const path = issue.path
      .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
      .join('')
      .replace(/^\./, '')
    return { code: 'FILE_INVALID', path, expected: issue.message, message: `${path || 'the file'}: ${issue.message}` }
  })
  throw new InputError(file, problems)
}

/** A value from JSON text. Throws InputError where it is none. */
export function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const message = `This is no JSON: ${error instanceof Error ? error.message : String(error)}`
    throw new InputError(file, [{ code: 'NOT_JSON', path: '', expected: 'JSON', message }])
  }
}

/** Language of messages. Throws UsageError for one there is none in. */
export const localeOf = (given: Given): Language => languageOf(given, 'locale') ?? 'en'

export function languageOf(given: Given, option: 'locale' | 'language'): Language | undefined {
  const wanted = single(given, option)
  if (wanted === undefined || wanted === 'en' || wanted === 'fr') return wanted
  throw new UsageError(`--${option} is en or fr, not ${wanted}.`)
}

/** A positive whole number. Throws UsageError for anything else. */
export function countOf(given: Given, option: string): number | undefined {
  const wanted = single(given, option)
  if (wanted === undefined) return undefined
  const count = Number(wanted)
  if (Number.isInteger(count) && count > 0) return count
  throw new UsageError(`--${option} is a whole number from 1, not ${wanted}.`)
}
