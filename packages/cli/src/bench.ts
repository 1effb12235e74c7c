import { benchmarks } from '@parley/bench/benchmarks'
import { UsageError } from './cli-error.ts'
import { readEnv } from './env.ts'
import { logsToStderr } from './logs-to-stderr.ts'
import { type Given, single } from './parse-arguments.ts'

/** Runs a benchmark; figures alone on standard output, progress on standard error. */
export async function bench(given: Given): Promise<number> {
  const [name = ''] = given.names
  const load = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined
  if (!load) throw new UsageError(`There is no benchmark named ${name}; there is ${Object.keys(benchmarks).join(', ')}.`)
  // The room client of some of them logs to what it takes for standard output.
  const benchmark = await logsToStderr(load)
  const dataFolder = single(given, 'data') ?? readEnv().PARLEY_UNDERSTANDING_DATA
  const options = { dataFolder, ...numberOf(given, 'minutes'), ...numberOf(given, 'leads'), ...numberOf(given, 'seconds') }
  const figures = await benchmark((line) => process.stderr.write(`${line}\n`), options)
  const table = Object.entries(figures).map(([key, { value, unit }]) => `${key.padEnd(24)} ${value} ${unit}\n`)
  process.stdout.write(given.json ? `${JSON.stringify({ name, figures })}\n` : table.join(''))
  return Object.values(figures).every(({ value }) => Number.isFinite(value)) ? 0 : 1
}

function numberOf(given: Given, name: 'minutes' | 'leads' | 'seconds'): Partial<Record<typeof name, number>> {
  const text = single(given, name)
  if (text === undefined) return {}
  const value = Number(text)
  if (!(value > 0)) throw new UsageError(`--${name} wants a number above 0.`)
  return { [name]: value }
}
