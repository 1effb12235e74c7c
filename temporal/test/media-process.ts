import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A process of its own that conducts calls (see media-worker.ts); resolves when it takes some. */
export async function startMediaProcess(address: string): Promise<ChildProcess> {
  const file = fileURLToPath(new URL('./media-worker.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', file, address], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

/** As a crash: no goodbye. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}
