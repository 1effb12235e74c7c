import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { repositoryRoot } from './repository.ts'
import { countPlaywright, countVitest, limitSecondTries, sumCounts } from './test-counts.ts'

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

/** Runs vitest on these files, as `npm test` does. */
const runOf = async (files: Readonly<Record<string, string>>) => {
  const at = path.join(folder, 'run')
  await mkdir(at)
  await symlink(path.join(repositoryRoot, 'node_modules'), path.join(at, 'node_modules'))
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(at, name), text)
  const file = path.join(folder, 'counts.json')
  const args = ['run', '--root', at, '--retry=1', '--reporter=dot', `--reporter=${path.join(repositoryRoot, 'tools/src/vitest-report.ts')}`]
  const ok = await new Promise<boolean>((resolve) => {
    execFile(
      path.join(repositoryRoot, 'node_modules/.bin/vitest'),
      args,
      { cwd: at, env: { ...process.env, PARLEY_TEST_REPORT: file } },
      (error) => resolve(error === null),
    )
  })
  return countVitest(file, ok)
}

describe('counts of test reports', () => {
  it('names the tests that failed, files that could not be loaded and errors nobody caught', async () => {
    const { passed, failed, failures, secondTries } = await runOf({
      'sums.test.ts': `import { expect, it } from 'vitest'
it('adds', () => expect(1 + 1).toBe(2))
it('subtracts', () => expect(2 - 1).toBe(2))
let tries = 0
it('counts', () => expect(tries++).toBe(1))
it('leaves something behind', async () => {
  setTimeout(() => { throw new TypeError('too late') }, 5)
  await new Promise((resolve) => setTimeout(resolve, 100))
})`,
      'broken.test.ts': `import './nothing.ts'`,
    })
    expect({ passed, failed }).toEqual({ passed: 3, failed: 3 })
    expect(secondTries.join('\n')).toMatch(/sums\.test\.ts: counts: expected .?0 to be 1/)
    expect(failures.join('\n')).toMatch(/sums\.test\.ts: subtracts: expected 1 to be 2/)
    expect(failures.join('\n')).toMatch(/broken\.test\.ts: Cannot find module '\.\/nothing\.ts'/)
    expect(failures.join('\n')).toMatch(/an error nobody caught: TypeError: too late .*sums\.test\.ts:7/)
  })

  it('names the browser tests that failed, and those that needed a second try', async () => {
    const failed = { title: 'a page opens', file: 'pages.spec.ts', ok: false }
    const results = [{ status: 'failed', error: { message: '\u001b[31mError: too late\u001b[39m\n  at line 3' } }, { status: 'passed' }]
    const flaky = { title: 'a page closes', file: 'pages.spec.ts', ok: true, tests: [{ status: 'flaky', results }] }
    const suites = [{ suites: [{ specs: [failed, flaky] }] }]
    expect(await countPlaywright(await report({ stats: { expected: 5, unexpected: 1, flaky: 1 }, suites }), false)).toEqual({
      passed: 6,
      failed: 1,
      failures: ['pages.spec.ts: a page opens'],
      secondTries: ['pages.spec.ts: a page closes: Error: too late'],
    })
  })

  it('never calls a run that failed without a failed test a success', async () => {
    const reported = { passed: 2, failed: 0, failures: [], secondTries: [] }
    expect(await countVitest(await report(reported), false)).toEqual({ ...reported, failed: 1 })
    expect(await countVitest(path.join(folder, 'missing.json'), true)).toMatchObject({ passed: 0, failed: 1 })
  })

  it('lets three tests of a run need a second try, and no more', () => {
    const count = (tries: number) => ({ passed: 9, failed: 0, failures: [], secondTries: Array.from({ length: tries }, String) })
    expect(limitSecondTries(sumCounts([count(2), count(1)]))).toMatchObject({ passed: 18, failed: 0, failures: [] })
    expect(limitSecondTries(sumCounts([count(2), count(2)]))).toMatchObject({
      failed: 1,
      failures: [expect.stringContaining('4 tests needed a second try')],
    })
  })
})
