import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { choosePorts, createSignInUrl, findRun, homePaths, portTable, type Run, readEnv, readRunEnv, repositoryRoot } from '@parley/tools'
import { type StudioClient, signIn } from './studio-client.ts'

export type Product = {
  env: Record<string, string>
  /** From the start of `npm start` to the first page the studio answered, seconds. */
  startSeconds: number
  client: StudioClient
  run(): Promise<Run>
  stop(): Promise<void>
}

const startWithinMs = 15 * 60_000
const given = /^(DATABASE_|TEMPORAL_|LIVEKIT_|DEEPGRAM_|ELEVENLABS_|OPENAI_|SPEECH_SERVER_URL)/

/** Exits by itself, so that what was started is asked to end. */
const leave = () => process.exit(130)

/** Runs the real `npm start` with a new data folder on free ports and without keys, and signs in. */
export async function startProduct(variables: Record<string, string> = {}): Promise<Product> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-bench-'))
  const home = homePaths(folder)
  const ports = await choosePorts('free', new Set(Object.keys(portTable) as (keyof typeof portTable)[]), readEnv())
  const chosen = Object.fromEntries(
    Object.entries(portTable).map(([name, { variable }]) => [variable, String(ports[name as keyof typeof ports])]),
  )
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !given.test(name)))
  const startedAtMs = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: repositoryRoot,
    env: { ...inherited, ...chosen, PARLEY_HOME: folder, ...variables },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2_000)
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const abandon = () => {
    if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGINT')
  }
  process.once('exit', abandon)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, leave)
  const stop = async () => {
    process.off('exit', abandon)
    abandon()
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const startSeconds = await firstPageSeconds(`http://127.0.0.1:${ports.web}/sign-in`, startedAtMs, () => child.exitCode === null)
    while ((await findRun(home))?.state !== 'ready') {
      if (child.exitCode !== null) throw new Error('ended')
      await delay(50)
    }
    const env = await readRunEnv(home)
    const client = await signIn(await createSignInUrl(env))
    const run = async () => {
      const found = await findRun(home)
      if (!found) throw new Error('The product has stopped.')
      return found
    }
    return { env, startSeconds, client, run, stop }
  } catch (error) {
    const ownWords = said.trim()
    await stop()
    throw ownWords ? new Error(`npm start failed: ${ownWords}`) : error
  }
}

async function firstPageSeconds(url: string, startedAtMs: number, isAlive: () => boolean): Promise<number> {
  while (isAlive() && performance.now() - startedAtMs < startWithinMs) {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
    const page = response?.ok ? await response.text() : ''
    if (page.includes('</html>')) return Math.round((performance.now() - startedAtMs) / 100) / 10
    await delay(50)
  }
  throw new Error('The studio never answered with a page.')
}
