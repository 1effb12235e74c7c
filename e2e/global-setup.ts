import { everyPart, holdFreePorts, startThrowawayStack } from '@parley/tools'
import { carrierPortsVariable, stackFolderVariable } from './stack.ts'

/** Starts everything once; the tests find it by its data folder. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const { ports: trusted, release } = await holdFreePorts(6)
  process.env[carrierPortsVariable] = trusted.slice(2).join(' ')
  const { home, stop } = await startThrowawayStack('e2e', {
    parts: everyPart,
    // Where a vendor and carriers of a tenant's own may stand in the tests.
    extraEnv: { PARLEY_TRUSTED_ADDRESSES: trusted.map((port) => `http://127.0.0.1:${port}`).join(',') },
    onProgress: (line) => console.log(line),
  })
  await release()
  process.env[stackFolderVariable] = home
  return stop
}
