import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Utterance } from '@parley/testing'
import { z } from 'zod'

type Delays = { recognitionMs: number; synthesisMs: number }

export type VendorProcess = { url: string; setDelays(delays: Delays): Promise<void>; close(): Promise<void> }

const readyWithinMs = 30_000
const ready = z.object({ url: z.string() })

/** The vendors' stand-in in a process of its own, so that what it costs is not taken from the callers' time. */
export async function startVendorProcess(utterances: readonly Utterance[]): Promise<VendorProcess> {
  const child = fork(fileURLToPath(new URL('vendor-main.ts', import.meta.url)), {
    execArgv: ['--import', import.meta.resolve('tsx')],
    serialization: 'advanced',
  })
  const told = async () => (await once(child, 'message', { signal: AbortSignal.timeout(readyWithinMs) }))[0]
  child.send({ type: 'start', utterances })
  const { url } = ready.parse(await told())
  return {
    url,
    async setDelays(delays) {
      child.send({ type: 'delays', delays })
      await told()
    },
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
