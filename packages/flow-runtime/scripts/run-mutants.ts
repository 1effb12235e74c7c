import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { mutants } from '../test/mutants.ts'

/** `tsx scripts/run-mutants.ts [NAME…]`: takes each guarantee out of the interpreter in turn; ends with 1 when no property noticed. */
const results = z
  .string()
  .transform((text) => JSON.parse(text || 'null'))
  .pipe(z.object({ testResults: z.array(z.object({ assertionResults: z.array(z.object({ title: z.string(), status: z.string() })) })) }))
  .transform(({ testResults }) => testResults)
const failedTitle = ({ title, status }: { title: string; status: string }) => (status === 'failed' ? [title] : [])

const folder = fileURLToPath(new URL('..', import.meta.url))
const vitest = fileURLToPath(new URL('../../../node_modules/.bin/vitest', import.meta.url))
const wanted = process.argv.slice(2)
const chosen = mutants.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
let survived = chosen.length === 0 ? 1 : 0
for (const { name, guarantee } of chosen) {
  const run = spawnSync(vitest, ['run', '--config', 'mutants.config.ts', '--mode', name], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 300_000,
  })
  // A mutant is caught by a failing property, not by a run that could not start.
  const report = results.safeParse(run.stdout)
  const failed = report.success ? report.data.flatMap(({ assertionResults }) => assertionResults.flatMap(failedTitle)) : []
  const caught = run.status !== 0 && failed.length > 0
  if (!caught) survived += 1
  process.stdout.write(`${caught ? 'caught  ' : 'SURVIVED'} ${name}: guarantee ${guarantee}\n`)
  for (const property of failed) process.stdout.write(`           by: ${property}\n`)
  if (!caught) process.stderr.write(run.stderr)
}
process.stdout.write(`${chosen.length - survived} caught, ${survived} survived\n`)
process.exit(survived === 0 ? 0 : 1)
