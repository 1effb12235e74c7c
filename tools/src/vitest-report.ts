import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import type { TestCount } from './test-counts.ts'

type SerializedError = { name?: string | undefined; message: string; stack?: string | undefined }

/** Writes what a run of vitest came to into the file `PARLEY_TEST_REPORT` names, as a {@link TestCount}: tests, files that could not be loaded, and errors nobody caught, each with its first line. */
export default class VitestReport implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const file = process.env.PARLEY_TEST_REPORT
    if (file) writeFileSync(file, JSON.stringify(countRun(modules, unhandled)))
  }
}

const countRun = (modules: readonly TestModule[], unhandled: readonly SerializedError[]): TestCount => {
  const failures: string[] = []
  const secondTries: string[] = []
  let passed = 0
  for (const module of modules) {
    failures.push(...module.errors().map((error) => `${fileOf(module)}: ${firstLine(error.message)}`))
    for (const suite of module.children.allSuites())
      failures.push(...suite.errors().map((error) => `${suite.fullName}: ${firstLine(error.message)}`))
    for (const test of module.children.allTests()) {
      const state = test.result().state
      if (state === 'passed') passed++
      if (state === 'passed' && test.diagnostic()?.flaky) secondTries.push(failureOf(test))
      if (state === 'failed') failures.push(failureOf(test))
    }
  }
  failures.push(
    ...unhandled.map((error) => `an error nobody caught: ${error.name ?? 'Error'}: ${firstLine(error.message)} ${placeOf(error.stack)}`),
  )
  return { passed, failed: failures.length, failures, secondTries }
}

const fileOf = (module: TestModule) => path.relative(process.cwd(), module.moduleId)

const failureOf = (test: TestCase): string => `${fileOf(test.module)}: ${test.fullName}: ${firstLine(test.result().errors?.[0]?.message)}`

const firstLine = (text = '') => text.split('\n', 1)[0] ?? ''

/** The first line of a stack that is the project's own. */
const placeOf = (stack = ''): string =>
  stack
    .split('\n')
    .find((line) => line.includes('at ') && !line.includes('node_modules') && !line.includes('node:'))
    ?.trim() ?? firstLine(stack.split('\n').slice(1).join('\n')).trim()
