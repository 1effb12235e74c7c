import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { printProgress } from './progress.ts'
import { StackError } from './stack-error.ts'
import { installChromium, installSpeechPackages } from './system-packages.ts'
import { limitSecondTries, sumCounts, type TestCount } from './test-counts.ts'
import { type Step, testSteps } from './test-steps.ts'

/** `npm test`: every check in order, each with its time; what failed or needed a second try is named at the end, and the last line is `N passed, N failed`. Names of steps may be given to run only those. */
export async function main(startedAtMs: number): Promise<void> {
  const onProgress = printProgress(startedAtMs, (text) => process.stdout.write(text))
  const wanted = process.argv.slice(2)
  const unknown = wanted.find((name) => !testSteps.some((step) => step.name === name))
  if (unknown) {
    console.error(`There is no check named ${unknown}; there are ${testSteps.map((step) => step.name).join(', ')}.`)
    process.exit(2)
  }
  const steps = testSteps.filter((step) => wanted.length === 0 || wanted.includes(step.name))
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-checks-'))
  if (steps.some((step) => step.usesSpeech)) await installSpeechPackages(onProgress)
  if (steps.some((step) => step.usesChromium)) await installChromium(onProgress)
  const counts: TestCount[] = []
  for (const step of steps) {
    const stepStartedAtMs = Date.now()
    onProgress(`${step.name}: ${step.what}`)
    const count = await runStep(step, folder)
    const failures = count.failures.length > 0 || count.failed === 0 ? count.failures : [step.what]
    const named = (what: string) => `${step.name}: ${what}`
    counts.push({ ...count, failures: failures.map(named), secondTries: count.secondTries.map(named) })
    const seconds = ((Date.now() - stepStartedAtMs) / 1000).toFixed(1)
    onProgress(`${step.name}: ${count.passed} passed, ${count.failed} failed in ${seconds} s`)
  }
  await rm(folder, { recursive: true, force: true })
  const { passed, failed, failures, secondTries } = limitSecondTries(sumCounts(counts))
  for (const test of secondTries) console.log(`PASSED AT THE SECOND TRY ${test}`)
  for (const failure of failures) console.log(`FAILED ${failure}`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}

/** A step that throws has failed once; its sentence is printed and the next step runs. */
const runStep = (step: Step, folder: string) =>
  step.run(folder).catch((error: unknown) => {
    console.error(error instanceof StackError ? error.message : error)
    return { passed: 0, failed: 1, failures: [], secondTries: [] }
  })
