import type { Json } from '@parley/flow-runtime'
import { z } from 'zod'

const types = { text: z.string(), number: z.number(), boolean: z.boolean(), date: z.iso.date(), time: z.iso.time() }
const isType = (name: string): name is keyof typeof types => Object.hasOwn(types, name)

/** The schema an author wrote in short: `model, year: number, note?`; text where no type is named. undefined for '': anything goes. */
function schemaOf(written: string): z.ZodObject | undefined {
  const entries = written.split(',').flatMap((part): [string, z.ZodType][] => {
    const [, name, optional, type = 'text'] = /^\s*([\w.-]+)(\?)?\s*(?::\s*(\w+)\s*)?$/.exec(part) ?? []
    if (name === undefined) return []
    const schema = isType(type) ? types[type] : z.json()
    return [[name, optional ? schema.nullish() : schema]]
  })
  return entries.length === 0 ? undefined : z.strictObject(Object.fromEntries(entries))
}

/** What is wrong with the input of a tool, in words a model understands; undefined when it is as written. */
export function wrongArguments(written: string, input: Json): string | undefined {
  const parsed = schemaOf(written)?.safeParse(input)
  if (!parsed || parsed.success) return undefined
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`)
  return `not run, wrong arguments (${issues.join('; ')})`
}
