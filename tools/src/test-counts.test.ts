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
      { status: 'passed', assertionResults: [{}, {}] },
      { status: 'failed', assertionResults: [] },
    ]
    expect(await countVitest(await report({ numPassedTests: 2, numFailedTests: 0, testResults }), false)).toEqual({ passed: 2, failed: 1 })
  })

  it('never calls a run that failed without a failed test a success', async () => {
    expect(await countVitest(await report({ numPassedTests: 2, numFailedTests: 0, testResults: [] }), false)).toEqual({
      passed: 2,
      failed: 1,
    })
    expect(await countVitest(path.join(folder, 'missing.json'), true)).toEqual({ passed: 0, failed: 1 })
  })

  it('counts a flaky browser test as failed', async () => {
    expect(await countPlaywright(await report({ stats: { expected: 5, unexpected: 1, flaky: 1 } }), false)).toEqual({
      passed: 5,
      failed: 2,
    })
    expect(await countPlaywright(await report({ stats: { expected: 5, unexpected: 0, flaky: 0 } }), true)).toEqual({ passed: 5, failed: 0 })
  })
})
