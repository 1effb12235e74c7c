import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { bundleWorkerProgram } from '../bundle-worker-program.ts'
import { type SimulatorSettings, simulatorReady, simulatorReport } from './simulator-messages.ts'

const readyWithinMs = 60_000
const told = async (child: ChildProcess): Promise<unknown> =>
  (await once(child, 'message', { signal: AbortSignal.timeout(readyWithinMs) }))[0]

/** As a crash: no goodbye. */
async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** A simulated carrier in a process of its own. */
export async function startSimulatorProcess(settings: SimulatorSettings) {
  const child = fork(fileURLToPath(new URL('simulator-main.ts', import.meta.url)), [JSON.stringify(settings)], {
    execArgv: ['--import', import.meta.resolve('tsx')],
  })
  const { apiBase, credentials } = simulatorReady.parse(await told(child))
  return {
    pid: child.pid ?? 0,
    apiBase,
    credentials,
    /** Every call it was asked to place since then, the newest first. */
    async calls(since: number) {
      child.send({ since })
      return simulatorReport.parse(await told(child)).calls
    },
    kill: () => kill(child),
  }
}

/** A worker in whose calls nobody says anything, in a process of its own (apps/worker/test/waiting-worker.ts). One that ends unasked is started again, as ours are. */
export async function startWaitingWorker(env: Record<string, string>, { slots, talkMs }: { slots: number; talkMs: number }) {
  const program = await bundleWorkerProgram('waiting-worker')
  const { DATABASE_URL: databaseUrl, PARLEY_ENCRYPTION_KEY: encryptionKey, TEMPORAL_ADDRESS: temporalAddress } = env
  const settings = { databaseUrl, encryptionKey, temporalAddress, slots, talkMs }
  let isOver = false
  const start = () => {
    const started = fork(program.file, [JSON.stringify(settings)])
    started.once('exit', () => {
      if (!isOver) child = start()
    })
    return started
  }
  let child = start()
  await told(child)
  return {
    setTalkMs(ms: number) {
      settings.talkMs = ms
      child.send({ talkMs: ms })
    },
    async kill() {
      isOver = true
      await kill(child)
      await program.remove()
    },
  }
}
