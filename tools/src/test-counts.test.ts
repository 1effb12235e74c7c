import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countPlaywright, countVitest } from './test-counts.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley counts '))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const report = async (value: unknown) => {
  const file = path.join(folder, 'report.json')
  await writeFile(file, JSON.stringify(value))
  return file
}

describe('counts of test reports', () => {
  it('adds a file that could not be loaded to the failures', async () => {
    const testResults = [
      { name: 'a.test.ts', status: 'passed', assertionResults: [{ fullName: 'one', status: 'passed' }] },
      { name: 'b.test.ts', status: 'failed', message: 'no such module\nat b.test.ts', assertionResults: [] },
    ]
    expect(await countVitest(await report({ numPassedTests: 1, numFailedTests: 0, testResults }), false)).toEqual({
      passed: 1,
      failed: 1,
      failures: ['b.test.ts: no such module'],
    })
  })

  it('names the tests that failed, with the first line of why', async () => {
    const testResults = [
      {
        name: 'a.test.ts',
        status: 'failed',
        assertionResults: [
          { fullName: 'sums adds', status: 'passed', failureMessages: [] },
          { fullName: 'sums subtracts', status: 'failed', failureMessages: ['expected 1 to be 2\n    at a.test.ts:3'] },
        ],
      },
    ]
    const { failures } = await countVitest(await report({ numPassedTests: 1, numFailedTests: 1, testResults }), false)
    expect(failures).toEqual(['a.test.ts: sums subtracts: expected 1 to be 2'])
    const spec = { title: 'a page opens', file: 'pages.spec.ts', ok: false }
    const browser = { stats: { expected: 0, unexpected: 1, flaky: 0 }, suites: [{ suites: [{ specs: [spec] }] }] }
    expect((await countPlaywright(await report(browser), false)).failures).toEqual(['pages.spec.ts: a page opens'])
  })

  it('never calls a run that failed without a failed test a success', async () => {
    expect(await countVitest(await report({ numPassedTests: 2, numFailedTests: 0, testResults: [] }), false)).toEqual({
      passed: 2,
      failed: 1,
      failures: [],
    })
    expect(await countVitest(path.join(folder, 'missing.json'), true)).toEqual({ passed: 0, failed: 1, failures: [] })
  })

  it('counts a flaky browser test as failed', async () => {
    expect(await countPlaywright(await report({ stats: { expected: 5, unexpected: 1, flaky: 1 } }), false)).toEqual({
      passed: 5,
      failed: 2,
      failures: [],
    })
    expect(await countPlaywright(await report({ stats: { expected: 5, unexpected: 0, flaky: 0 } }), true)).toEqual({
      passed: 5,
      failed: 0,
      failures: [],
    })
  })
})
