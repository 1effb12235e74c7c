import { readFile } from 'node:fs/promises'
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'

/**
 * `failures`: the tests that failed, with the first line of why; a failure that names no test has no entry. `secondTries`: the tests that failed and passed
 * when they were run again, with why they failed; they are among `passed`.
 */
export type TestCount = { passed: number; failed: number; failures: string[]; secondTries: string[] }

/** So many tests of a run may need their second try; with more of them the run has failed. */
const mostSecondTries = 3

const testCount = z.object({ passed: z.number(), failed: z.number(), failures: z.array(z.string()), secondTries: z.array(z.string()) })

const result = z.object({ status: z.string(), error: z.object({ message: z.string() }).optional() })
const spec = z.object({
  title: z.string(),
  file: z.string(),
  ok: z.boolean(),
  tests: z.array(z.object({ status: z.string(), results: z.array(result) })).default([]),
})
type Spec = z.infer<typeof spec>
type Suite = { suites?: Suite[] | undefined; specs?: Spec[] | undefined }
const suite: z.ZodType<Suite> = z.object({ suites: z.lazy(() => z.array(suite)).optional(), specs: z.array(spec).optional() })
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  suites: z.array(suite).default([]),
})

/** Counts of a vitest run as `vitest-report.ts` writes them; a run that failed without saying where counts as one failure. */
export async function countVitest(file: string, ok: boolean): Promise<TestCount> {
  const report = testCount.safeParse(await readJson(file))
  return report.success ? withOutcome(report.data, ok) : nothingReported
}

/** Counts of a Playwright JSON report; what it calls flaky is a second try. */
export async function countPlaywright(file: string, ok: boolean): Promise<TestCount> {
  const report = playwrightReport.safeParse(await readJson(file))
  if (!report.success) return nothingReported
  const { expected, unexpected, flaky } = report.data.stats
  const specs = report.data.suites.flatMap(specsOf)
  const failures = specs.filter(({ ok: passed }) => !passed).map(nameOf)
  const secondTries = specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map((one) => `${nameOf(one)}: ${whyOf(one)}`)
  return withOutcome({ passed: expected + flaky, failed: unexpected, failures, secondTries }, ok)
}

export const sumCounts = (counts: readonly TestCount[]): TestCount => ({
  passed: counts.reduce((all, { passed }) => all + passed, 0),
  failed: counts.reduce((all, { failed }) => all + failed, 0),
  failures: counts.flatMap(({ failures }) => failures),
  secondTries: counts.flatMap(({ secondTries }) => secondTries),
})

/** The count of a whole run, in which too many second tries are a failure of their own. */
export function limitSecondTries(run: TestCount): TestCount {
  if (run.secondTries.length <= mostSecondTries) return run
  const why = `${run.secondTries.length} tests needed a second try, and at most ${mostSecondTries} may`
  return { ...run, failed: run.failed + 1, failures: [...run.failures, why] }
}

const nothingReported: TestCount = { passed: 0, failed: 1, failures: [], secondTries: [] }

const specsOf = ({ suites = [], specs = [] }: Suite): Spec[] => [...specs, ...suites.flatMap(specsOf)]
const nameOf = ({ title, file }: Spec) => `${file}: ${title}`

/** Why a test failed at first, in a line. */
function whyOf({ tests }: Spec): string {
  const message = tests.flatMap(({ results }) => results).find(({ error }) => error)?.error?.message ?? ''
  return stripVTControlCharacters(message).split('\n', 1)[0] ?? ''
}

const withOutcome = (count: TestCount, ok: boolean): TestCount => (ok || count.failed > 0 ? count : { ...count, failed: 1 })

const readJson = async (file: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return undefined
  }
}
