import { spawn } from 'node:child_process'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { inheritedEnv } from './env.ts'
import type { Program } from './find-program.ts'
import { type OnProgress, stillGoing } from './progress.ts'
import { repositoryRoot } from './repository.ts'
import { StackError } from './stack-error.ts'

/** One after the other: two builds at once compile what they share twice and need twice the memory. */
let lastBuild: Promise<unknown> = Promise.resolve()

/** Builds a pinned, checksummed Go tools module into the user's cache. Takes one to five minutes on two cores; once per version. */
export function goBuild(...job: Parameters<typeof build>): Promise<void> {
  const done = lastBuild.then(() => build(...job))
  lastBuild = done.catch(() => undefined)
  return done
}

async function build(
  program: Program,
  { cachePath, go }: { cachePath: string; go: string },
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<void> {
  if (signal.aborted) throw new StackError('STOPPED', 'The start was stopped.')
  const unfinished = `${cachePath}.${process.pid}.tmp`
  await mkdir(path.dirname(cachePath), { recursive: true })
  const what = `Building ${program.title} with Go, once for this machine`
  onProgress(`${what} (one to five minutes)`)
  const done = stillGoing(onProgress, what)
  try {
    const failure = await runGo(go, ['build', '-trimpath', '-ldflags', '-s -w', '-o', unfinished, program.goPackage], program, signal)
    if (signal.aborted) throw new StackError('STOPPED', 'The start was stopped.')
    if (failure !== undefined) {
      throw new StackError(
        'GO_BUILD_FAILED',
        `${program.title.replace(/^t/, 'T')} could not be built with Go: ${failure} Install \`${program.command}\` on PATH or set ${program.addressVariable} instead.`,
      )
    }
    await rename(unfinished, cachePath)
  } finally {
    done()
    await rm(unfinished, { force: true })
  }
}

/** Runs go in the tools module; resolves to what it said last when it failed. */
const runGo = (go: string, args: string[], program: Program, signal: AbortSignal): Promise<string | undefined> =>
  new Promise((resolve) => {
    const child = spawn(go, args, {
      cwd: path.join(repositoryRoot, 'tools', program.module),
      env: { ...inheritedEnv(), GOFLAGS: '-mod=readonly', GOTELEMETRY: 'off' },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2_000)
    })
    const abort = () => {
      if (child.pid) process.kill(-child.pid, 'SIGTERM')
    }
    signal.addEventListener('abort', abort, { once: true })
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code) => {
      signal.removeEventListener('abort', abort)
      resolve(code === 0 ? undefined : (said.trim().split('\n').at(-1) ?? `exit code ${code}`))
    })
  })
