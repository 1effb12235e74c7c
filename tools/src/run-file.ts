import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import type { Home } from './home.ts'
import { isSameProcess, startToken } from './process-identity.ts'

const runPart = z.object({
  name: z.string(),
  /** Where it was found: an address, a program's path, "embedded". */
  source: z.string(),
  pid: z.number().int().optional(),
  token: z.string().optional(),
  restarts: z.number().int().default(0),
})
export type RunPart = z.output<typeof runPart>

const runSchema = z.object({
  pid: z.number().int(),
  token: z.string(),
  state: z.enum(['starting', 'ready']),
  startedAt: z.iso.datetime(),
  ports: z.record(z.string(), z.number().int()),
  urls: z.object({ web: z.string(), temporalUi: z.string().optional() }),
  parts: z.array(runPart),
})
/** What <home>/run.json says of a running stack. It holds no secret. */
export type Run = z.output<typeof runSchema>

const readRun = async (home: Home): Promise<Run | undefined> => {
  const text = await readFile(home.run, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    return runSchema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** The stack that runs on this data folder, or undefined; a file left by a start that died counts as none. */
export async function findRun(home: Home): Promise<Run | undefined> {
  const run = await readRun(home)
  return run && isSameProcess(run.pid, run.token) ? run : undefined
}

/** The variables of the running stack, as its programs got them (<home>/run-env.json, owner only). */
export async function readRunEnv(home: Home): Promise<Record<string, string>> {
  return z.record(z.string(), z.string()).parse(JSON.parse(await readFile(home.runEnv, 'utf8')))
}

/** Takes the data folder for this process. False when another live start holds it. */
export async function claimRun(home: Home, run: Omit<Run, 'pid' | 'token'>): Promise<boolean> {
  const text = JSON.stringify({ ...run, pid: process.pid, token: startToken(process.pid) ?? '' } satisfies Run)
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      await writeFile(home.run, text, { mode: 0o600, flag: 'wx' })
      return true
    } catch {
      if (await findRun(home)) return false
      await endLeftovers(home)
      await rm(home.run, { force: true })
    }
  }
  return false
}

/** Ends what a start that was killed left running: only processes it wrote down, and only while they are the same ones. */
async function endLeftovers(home: Home): Promise<void> {
  const left = (await readRun(home))?.parts.filter((part) => part.pid && part.token && isSameProcess(part.pid, part.token)) ?? []
  for (const { name, pid } of left) signal(pid, name === 'postgres' ? 'SIGINT' : 'SIGTERM', name !== 'postgres')
  const isAlive = () => left.some((part) => part.pid && part.token && isSameProcess(part.pid, part.token))
  for (let waitedMs = 0; waitedMs < 6_000 && isAlive(); waitedMs += 50) await delay(50)
  for (const { pid, token } of left) if (pid && token && isSameProcess(pid, token)) signal(pid, 'SIGKILL', true)
}

const signal = (pid: number | undefined, name: NodeJS.Signals, group: boolean) => {
  if (!pid) return
  try {
    process.kill(group ? -pid : pid, name)
  } catch {
    // It ended in the meantime.
  }
}

/** Replaces run.json in one step, so that a reader never sees half of it. */
export async function writeRun(home: Home, run: Omit<Run, 'pid' | 'token'>): Promise<void> {
  const next = `${home.run}.${process.pid}.tmp`
  await writeFile(next, JSON.stringify({ ...run, pid: process.pid, token: startToken(process.pid) ?? '' } satisfies Run, null, 2), {
    mode: 0o600,
  })
  await rename(next, home.run)
}

/** Writes the variables of the stack beside it, owner only. */
export const writeRunEnv = (home: Home, env: Record<string, string>): Promise<void> =>
  writeFile(home.runEnv, JSON.stringify(env), { mode: 0o600 })

/** Forgets the run when the stack has stopped. */
export async function dropRun(home: Home): Promise<void> {
  await rm(home.run, { force: true })
  await rm(home.runEnv, { force: true })
}
