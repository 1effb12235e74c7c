import { type BuiltPackage, ensureBuilt } from './build.ts'
import { migrate } from './database.ts'
import { practiceCarrierPort, readEnv, type ToolsEnv } from './env.ts'
import { type Home, openHome } from './home.ts'
import { startLivekit } from './parts/livekit.ts'
import { startPostgres } from './parts/postgres.ts'
import { startSpeech } from './parts/speech.ts'
import { startTemporal } from './parts/temporal.ts'
import { startTemporalWorker } from './parts/temporal-worker.ts'
import { startWeb } from './parts/web.ts'
import { startWorkers } from './parts/worker.ts'
import { choosePorts, defaultPorts, type Ports } from './ports.ts'
import type { OnProgress } from './progress.ts'
import { claimRun, dropRun, type Run, writeRun, writeRunEnv } from './run-file.ts'
import { openSecrets, type Secrets } from './secrets.ts'
import { seedDatabase } from './seed-database.ts'
import type { StackContext } from './stack-context.ts'
import { StackError } from './stack-error.ts'
import { neededPorts, type Part } from './stack-parts.ts'
import { createSupervisor } from './supervisor.ts'

export type StackOptions = {
  /** Data folder; made when it is missing. */
  home: string
  parts: readonly Part[]
  /**
   * 'default': the known ports or their variables, given addresses (DATABASE_URL …) are used.
   * 'free': a throwaway stack on any free ports; given addresses are ignored, so that no test touches somebody's data.
   */
  ports: 'default' | 'free'
  onProgress?: OnProgress
  /** Ends a start that is under way; everything started so far is stopped. */
  signal?: AbortSignal
  /** Creates the example tenant; by default when the studio is among the parts. */
  seed?: boolean
  /** Variables for the programs of this stack that replace all others (faults and delays of tests). */
  extraEnv?: Record<string, string>
}

export type Stack = {
  env: Record<string, string>
  ports: Ports
  /** Process ids, alive now, of the programs whose name starts so: 'worker' gives all workers. */
  pids(name: string): number[]
  stop(): Promise<void>
}

const stopOrder = ['web', 'worker', 'temporalWorker', 'speech', 'livekit', 'temporal', 'postgres']
const packageOf: Partial<Record<Part, BuiltPackage>> = {
  speech: '@parley/speech-server',
  worker: '@parley/worker',
  temporalWorker: '@parley/temporal',
  web: '@parley/web',
}

/**
 * Starts the parts asked for, servers first and in parallel, then our programs, and keeps them running. Stopping ends them in order
 * and nothing else. Throws StackError with a sentence for the terminal; whatever was started by then has been stopped.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { parts, onProgress = () => undefined } = options
  const tools = readEnv()
  const home = await openHome(options.home)
  const run: Omit<Run, 'pid' | 'token'> = {
    state: 'starting',
    startedAt: new Date().toISOString(),
    ports: defaultPorts(tools),
    urls: { web: `http://127.0.0.1:${defaultPorts(tools).web}` },
    parts: [],
  }
  if (!(await claimRun(home, run))) {
    throw new StackError('ALREADY_RUNNING', `Parley is running or being started on the data folder ${home.folder} already.`)
  }
  let writing: Promise<unknown> = Promise.resolve()
  const supervisor = createSupervisor((running) => {
    run.parts = running
    writing = writing.then(() => writeRun(home, run)).catch(() => undefined)
  }, onProgress)
  const aborter = new AbortController()
  let stopping: Promise<void> | undefined
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      aborter.abort()
      await supervisor.stop(stopOrder)
      process.off('exit', supervisor.abandon)
      await writing
      await dropRun(home)
    })()
    return stopping
  }
  process.on('exit', supervisor.abandon)
  const stopNow = () => void stop()
  options.signal?.addEventListener('abort', stopNow, { once: true })
  try {
    if (options.signal?.aborted) throw new StackError('STOPPED', 'The start was stopped.')
    const throwaway = options.ports === 'free'
    const ports = await choosePorts(options.ports, neededPorts(parts, throwaway, tools), tools)
    const secrets = await openSecrets(home.secrets)
    const env = { ...fixedEnv(home, ports, secrets), ...publicUrl(ports, throwaway), ...trusted(tools, throwaway), ...options.extraEnv }
    const context: StackContext = { home, tools, ports, secrets, supervisor, onProgress, signal: aborter.signal, throwaway, env }
    Object.assign(run, { ports, urls: { web: env.NEXTAUTH_URL } })
    await startParts(context, options)
    Object.assign(run, { state: 'ready', urls: { web: env.NEXTAUTH_URL, temporalUi: env.TEMPORAL_UI_URL } })
    await writeRunEnv(home, env)
    await writing
    await writeRun(home, run)
    if (aborter.signal.aborted) throw new StackError('STOPPED', 'The start was stopped.')
    return { env, ports, pids: supervisor.pids, stop }
  } catch (error) {
    await stop()
    throw error
  } finally {
    options.signal?.removeEventListener('abort', stopNow)
  }
}

/** Servers side by side with the build, then the programs that need them. The first failure ends the start. */
async function startParts(context: StackContext, { parts, seed = parts.includes('web') }: StackOptions): Promise<void> {
  const has = (part: Part) => parts.includes(part)
  const packages = [...parts.flatMap((part) => packageOf[part] ?? []), ...(seed ? (['@parley/db'] as const) : [])]
  const built = ensureBuilt({ packages, onProgress: context.onProgress, signal: context.signal, logFile: context.home.log('build') })
  const timed = async (part: string, start: Promise<void>) => {
    await start
    context.onProgress(part)
  }
  await Promise.all([
    built,
    has('postgres') && timed('Database ready', startDatabase(context, built, seed)),
    has('temporal') && timed('Temporal server ready', startTemporal(context)),
    has('livekit') && timed('LiveKit server ready', startLivekit(context)),
    has('speech') &&
      timed(
        'Speech server ready',
        built.then(() => startSpeech(context)),
      ),
  ])
  await Promise.all([
    has('temporalWorker') && timed('Temporal worker ready', startTemporalWorker(context)),
    has('worker') && timed('Call workers ready', startWorkers(context)),
    has('web') && timed('Studio ready', startWeb(context)),
  ])
}

/** The example tenant needs the generated database client, which a build makes. */
async function startDatabase(context: StackContext, built: Promise<void>, seed: boolean): Promise<void> {
  await startPostgres(context)
  await migrate(context)
  if (!seed) return
  await built
  await seedDatabase(context.env)
}

const fixedEnv = (home: Home, ports: Ports, secrets: Secrets): Record<string, string> => ({
  PARLEY_HOME: home.folder,
  PARLEY_RECORDINGS_DIR: home.recordings,
  PARLEY_SPEECH_DIR: home.speech,
  PARLEY_ENCRYPTION_KEY: secrets.encryptionKey,
  PARLEY_WEB_PORT: String(ports.web),
  NEXTAUTH_URL: `http://127.0.0.1:${ports.web}`,
  NEXTAUTH_SECRET: secrets.nextAuthSecret,
})

/** What the installation vouches for, and the carrier to practise with. */
const trusted = (tools: ToolsEnv, throwaway: boolean): Record<string, string> => {
  const addresses = [tools.PARLEY_TRUSTED_ADDRESSES, `http://127.0.0.1:${practiceCarrierPort(tools)}`]
  return throwaway ? {} : { PARLEY_TRUSTED_ADDRESSES: addresses.filter(Boolean).join(',') }
}

/** Where carriers reach the studio: a throwaway stack is found at its own port only. */
const publicUrl = (ports: Ports, throwaway: boolean): Record<string, string> => ({
  PARLEY_PUBLIC_URL: (throwaway ? undefined : process.env.PARLEY_PUBLIC_URL) || `http://127.0.0.1:${ports.web}`,
})
