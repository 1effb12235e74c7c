import { benchmarks } from '@parley/bench'

/** Runs a benchmark; figures alone on standard output, progress on standard error. */
export async function bench({ json, names: [name = ''] }: { json: boolean; names: string[] }): Promise<number> {
  const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined
  if (!benchmark) {
    process.stderr.write(`There is no benchmark named ${name}; there is ${Object.keys(benchmarks).join(', ')}.\n`)
    return 2
  }
  const figures = await benchmark((line) => process.stderr.write(`${line}\n`))
  const table = Object.entries(figures).map(([key, { value, unit }]) => `${key.padEnd(24)} ${value} ${unit}\n`)
  process.stdout.write(json ? `${JSON.stringify({ name, figures })}\n` : table.join(''))
  return Object.values(figures).every(({ value }) => Number.isFinite(value)) ? 0 : 1
}
