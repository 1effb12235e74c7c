import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { startStack } from './src/index.ts'

/** Vitest global set-up of the stack tests: real servers on free ports with a data folder of their own, stopped and removed at the end. */
export default async function setup(): Promise<() => Promise<void>> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'parley-test-'))
  const stack = await startStack({
    home,
    parts: ['postgres', 'temporal', 'livekit', 'speech'],
    ports: 'free',
    extraEnv: { SPEECH_SERVER_FAULTS: '1' },
  })
  Object.assign(process.env, stack.env)
  return async () => {
    await stack.stop()
    await rm(home, { recursive: true, force: true })
  }
}
