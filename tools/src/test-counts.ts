import { readFile } from 'node:fs/promises'
import { z } from 'zod'

/** `failures`: the tests that failed, with the first line of why; a failure that names no test has no entry. */
export type TestCount = { passed: number; failed: number; failures: string[] }

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() })),
    }),
  ),
})

type Suite = { suites?: Suite[] | undefined; specs?: { title: string; file: string; ok: boolean }[] | undefined }
const suite: z.ZodType<Suite> = z.object({
  suites: z.lazy(() => z.array(suite)).optional(),
  specs: z.array(z.object({ title: z.string(), file: z.string(), ok: z.boolean() })).optional(),
})
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  suites: z.array(suite).default([]),
})

/** Counts of a vitest JSON report. A file that could not even be loaded counts as one failure, as does a run that failed without saying where. */
export async function countVitest(file: string, ok: boolean): Promise<TestCount> {
  const report = vitestReport.safeParse(await readJson(file))
  if (!report.success) return nothingReported
  const { numPassedTests, numFailedTests, testResults } = report.data
  const notLoaded = testResults.filter((result) => result.status === 'failed' && result.assertionResults.length === 0)
  const failures = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.flatMap(({ fullName, status, failureMessages }) =>
      status === 'failed' ? [`${name}: ${fullName}: ${firstLine(failureMessages?.[0])}`] : [],
    ),
  )
  failures.push(...notLoaded.map(({ name, message }) => `${name}: ${firstLine(message)}`))
  return withOutcome({ passed: numPassedTests, failed: numFailedTests + notLoaded.length, failures }, ok)
}

/** Counts of a Playwright JSON report; a flaky test counts as failed. */
export async function countPlaywright(file: string, ok: boolean): Promise<TestCount> {
  const report = playwrightReport.safeParse(await readJson(file))
  if (!report.success) return nothingReported
  const { expected, unexpected, flaky } = report.data.stats
  return withOutcome({ passed: expected, failed: unexpected + flaky, failures: report.data.suites.flatMap(failedSpecs) }, ok)
}

const nothingReported: TestCount = { passed: 0, failed: 1, failures: [] }

const failedSpecs = ({ suites = [], specs = [] }: Suite): string[] => [
  ...specs.flatMap(({ title, file, ok }) => (ok ? [] : [`${file}: ${title}`])),
  ...suites.flatMap(failedSpecs),
]

const firstLine = (text = '') => text.split('\n', 1)[0] ?? ''

const withOutcome = (count: TestCount, ok: boolean): TestCount => (ok || count.failed > 0 ? count : { ...count, failed: 1 })

const readJson = async (file: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return undefined
  }
}
