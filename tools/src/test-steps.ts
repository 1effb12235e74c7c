import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { ensureBuilt, runTurbo } from './build.ts'
import { checkImports } from './check-imports.ts'
import { inheritedEnv } from './env.ts'
import { repositoryRoot } from './repository.ts'
import { findChromium } from './system-packages.ts'
import { countPlaywright, countVitest, sumCounts, type TestCount } from './test-counts.ts'

export type Step = {
  name: string
  what: string
  usesSpeech?: boolean
  usesChromium?: boolean
  /** `folder` is for the step's own files and is removed at the end. */
  run(folder: string): Promise<TestCount>
}

const signal = new AbortController().signal
const bin = (name: string) => path.join(repositoryRoot, 'node_modules/.bin', name)
const one = (ok: boolean): TestCount => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, failures: [], secondTries: [] })

/** Runs a program with its words on the terminal; resolves to whether it ended well. */
const succeeds = (command: string, args: string[], env: Record<string, string> = {}): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: repositoryRoot, stdio: 'inherit', env: { ...inheritedEnv(), ...env } })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })

const quietly = async (what: string, args: string[], logFile: string): Promise<TestCount> => {
  try {
    await runTurbo(what, args, { logFile, signal })
    return one(true)
  } catch {
    console.error(await readFile(logFile, 'utf8'))
    return one(false)
  }
}

const vitest = (project: string, retries: 0 | 1) => async (folder: string) => {
  const report = path.join(folder, `${project}.json`)
  const ok = await succeeds(
    bin('vitest'),
    [
      'run',
      '--project',
      project,
      `--retry=${retries}`,
      '--reporter=dot',
      `--reporter=${path.join(repositoryRoot, 'tools/src/vitest-report.ts')}`,
    ],
    { PARLEY_TEST_REPORT: report },
  )
  return countVitest(report, ok)
}

/** Everything `npm test` runs, the cheap checks first. */
export const testSteps: readonly Step[] = [
  { name: 'lint', what: 'style and common mistakes (Biome)', run: async () => one(await succeeds(bin('biome'), ['check', '.'])) },
  {
    name: 'unused',
    what: 'unused files, exports and packages (knip)',
    run: async () => one(await succeeds(bin('knip'), ['--no-progress'])),
  },
  {
    name: 'borders',
    what: 'who imports whom',
    run: async () => {
      const problems = await checkImports(repositoryRoot)
      for (const problem of problems) console.error(problem)
      return one(problems.length === 0)
    },
  },
  {
    name: 'typecheck',
    what: 'types of every package',
    run: (folder) =>
      quietly('The type check', ['run', 'typecheck', '--continue', '--output-logs=errors-only'], path.join(folder, 'types.log')),
  },
  { name: 'unit', what: 'unit tests', run: vitest('unit', 0) },
  {
    name: 'build',
    what: 'production builds of everything',
    run: async (folder) => {
      await ensureBuilt({ onProgress: () => undefined, signal, logFile: path.join(folder, 'build.log') })
      return one(true)
    },
  },
  {
    name: 'stack',
    what: 'tests on real servers, and beside them calls of the worker on servers of their own',
    usesSpeech: true,
    run: async (folder) => sumCounts(await Promise.all([vitest('stack', 1)(folder), vitest('voice', 1)(folder)])),
  },
  {
    name: 'smoke',
    what: 'one whole call, as a caller hears it',
    usesSpeech: true,
    run: async (folder) => one(await succeeds(path.join(repositoryRoot, 'parley'), ['smoke'], { PARLEY_HOME: path.join(folder, 'home') })),
  },
  {
    name: 'e2e',
    what: 'the studio in a browser (Playwright)',
    usesSpeech: true,
    usesChromium: true,
    run: async (folder) => {
      const config = path.join(repositoryRoot, 'e2e/playwright.config.ts')
      if (!existsSync(config)) return sumCounts([])
      const report = path.join(folder, 'e2e.json')
      const chromium = await findChromium()
      const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: report, ...(chromium ? { PARLEY_CHROMIUM: chromium } : {}) }
      return countPlaywright(
        report,
        await succeeds(bin('playwright'), ['test', '--config', config, '--retries=1', '--reporter=list,json'], env),
      )
    },
  },
]
