import { readFile } from 'node:fs/promises'
import { z } from 'zod'

export type TestCount = { passed: number; failed: number }

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})
const playwrightReport = z.object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) })

/** Counts of a vitest JSON report. A file that could not even be loaded counts as one failure, as does a run that failed without saying where. */
export async function countVitest(file: string, ok: boolean): Promise<TestCount> {
  const report = vitestReport.safeParse(await readJson(file))
  if (!report.success) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, testResults } = report.data
  const notLoaded = testResults.filter((result) => result.status === 'failed' && result.assertionResults.length === 0).length
  return withOutcome({ passed: numPassedTests, failed: numFailedTests + notLoaded }, ok)
}

/** Counts of a Playwright JSON report; a flaky test counts as failed. */
export async function countPlaywright(file: string, ok: boolean): Promise<TestCount> {
  const report = playwrightReport.safeParse(await readJson(file))
  if (!report.success) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky } = report.data.stats
  return withOutcome({ passed: expected, failed: unexpected + flaky }, ok)
}

const withOutcome = (count: TestCount, ok: boolean): TestCount => (ok || count.failed > 0 ? count : { ...count, failed: 1 })

const readJson = async (file: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return undefined
  }
}
