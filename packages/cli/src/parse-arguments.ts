import { parseArgs } from 'node:util'
import { UsageError } from './cli-error.ts'

/** What a command was given: names without a dash, options with their values, and flags. */
export type Given = {
  json: boolean
  names: string[]
  values: Readonly<Record<string, readonly string[]>>
  flags: ReadonlySet<string>
}
export type Takes = {
  /** How many names, at least and at most. */
  names: readonly [number, number]
  /** Options with a value, which may be given several times. */
  values?: readonly string[]
  flags?: readonly string[]
  json?: boolean
}

/** Sorts a command's arguments. Throws UsageError for what it does not take. */
export function parseArguments(args: readonly string[], { names: [least, most], values = [], flags = [], json = true }: Takes): Given {
  const options = Object.fromEntries([
    ...values.map((name) => [name, { type: 'string' as const, multiple: true as const }] as const),
    ...[...flags, ...(json ? ['json'] : [])].map((name) => [name, { type: 'boolean' as const }] as const),
  ])
  const parsed = attempt(() => parseArgs({ args: [...args], options, allowPositionals: true }))
  const { positionals: given } = parsed
  if (given.length < least || given.length > most) {
    throw new UsageError(given.length < least ? 'Something is missing.' : `Too much: ${given.slice(most).join(' ')}`)
  }
  const set = Object.entries(parsed.values)
  const isGiven = (name: string) => set.some(([key, value]) => key === name && value === true)
  return {
    json: isGiven('json'),
    names: given,
    values: Object.fromEntries(set.flatMap(([name, value]) => (Array.isArray(value) ? [[name, value.map(String)]] : []))),
    flags: new Set(flags.filter(isGiven)),
  }
}

function attempt<T>(parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** The one value of an option; undefined when it was not given. Throws UsageError when it was given twice. */
export function single({ values }: Given, name: string): string | undefined {
  const given = values[name] ?? []
  if (given.length > 1) throw new UsageError(`--${name} was given more than once.`)
  return given[0]
}
