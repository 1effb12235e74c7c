import { readFile } from 'node:fs/promises'
import { z } from 'zod'

/** `failures`: the tests that failed, with the first line of why; a failure that names no test has no entry. */
export type TestCount = { passed: number; failed: number; failures: string[] }

const testCount = z.object({ passed: z.number(), failed: z.number(), failures: z.array(z.string()) })

type Suite = { suites?: Suite[] | undefined; specs?: { title: string; file: string; ok: boolean }[] | undefined }
const suite: z.ZodType<Suite> = z.object({
  suites: z.lazy(() => z.array(suite)).optional(),
  specs: z.array(z.object({ title: z.string(), file: z.string(), ok: z.boolean() })).optional(),
})
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  suites: z.array(suite).default([]),
})

/** Counts of a vitest run as `vitest-report.ts` writes them; a run that failed without saying where counts as one failure. */
export async function countVitest(file: string, ok: boolean): Promise<TestCount> {
  const report = testCount.safeParse(await readJson(file))
  return report.success ? withOutcome(report.data, ok) : nothingReported
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

const withOutcome = (count: TestCount, ok: boolean): TestCount => (ok || count.failed > 0 ? count : { ...count, failed: 1 })

const readJson = async (file: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return undefined
  }
}
