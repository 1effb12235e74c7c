import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { everyPart, startStack } from '@parley/tools'
import { stackFolderVariable } from './stack.ts'

/** Starts everything once; the tests find it by its data folder. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'parley-e2e-'))
  const stack = await startStack({ home, parts: everyPart, ports: 'free', onProgress: (line) => console.log(line) })
  process.env[stackFolderVariable] = home
  return async () => {
    await stack.stop()
    await rm(home, { recursive: true, force: true })
  }
}
