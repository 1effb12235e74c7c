import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { repositoryRoot } from './repository.ts'
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

/** Runs vitest on these files, as `npm test` does. */
const runOf = async (files: Readonly<Record<string, string>>) => {
  const at = path.join(folder, 'run')
  await mkdir(at)
  await symlink(path.join(repositoryRoot, 'node_modules'), path.join(at, 'node_modules'))
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(at, name), text)
  const file = path.join(folder, 'counts.json')
  const args = ['run', '--root', at, '--reporter=dot', `--reporter=${path.join(repositoryRoot, 'tools/src/vitest-report.ts')}`]
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
    const { passed, failed, failures } = await runOf({
      'sums.test.ts': `import { expect, it } from 'vitest'
it('adds', () => expect(1 + 1).toBe(2))
it('subtracts', () => expect(2 - 1).toBe(2))
it('leaves something behind', async () => {
  setTimeout(() => { throw new TypeError('too late') }, 5)
  await new Promise((resolve) => setTimeout(resolve, 100))
})`,
      'broken.test.ts': `import './nothing.ts'`,
    })
    expect({ passed, failed }).toEqual({ passed: 2, failed: 3 })
    expect(failures.join('\n')).toMatch(/sums\.test\.ts: subtracts: expected 1 to be 2/)
    expect(failures.join('\n')).toMatch(/broken\.test\.ts: Cannot find module '\.\/nothing\.ts'/)
    expect(failures.join('\n')).toMatch(/an error nobody caught: TypeError: too late .*sums\.test\.ts:5/)
  })

  it('names the browser tests that failed', async () => {
    const spec = { title: 'a page opens', file: 'pages.spec.ts', ok: false }
    const browser = { stats: { expected: 0, unexpected: 1, flaky: 0 }, suites: [{ suites: [{ specs: [spec] }] }] }
    expect((await countPlaywright(await report(browser), false)).failures).toEqual(['pages.spec.ts: a page opens'])
  })

  it('never calls a run that failed without a failed test a success', async () => {
    expect(await countVitest(await report({ passed: 2, failed: 0, failures: [] }), false)).toEqual({ passed: 2, failed: 1, failures: [] })
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
