import { once } from 'node:events'
import { createServer } from 'node:net'
import { everyPart, startThrowawayStack } from '@parley/tools'
import { carrierPortsVariable, stackFolderVariable } from './stack.ts'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** Starts everything once; the tests find it by its data folder. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const carrierPorts = [await freePort(), await freePort(), await freePort(), await freePort()]
  process.env[carrierPortsVariable] = carrierPorts.join(' ')
  const trusted = [await freePort(), await freePort(), ...carrierPorts]
  const { home, stop } = await startThrowawayStack('e2e', {
    parts: everyPart,
    // Where a vendor and carriers of a tenant's own may stand in the tests.
    extraEnv: { PARLEY_TRUSTED_ADDRESSES: trusted.map((port) => `http://127.0.0.1:${port}`).join(',') },
    onProgress: (line) => console.log(line),
  })
  process.env[stackFolderVariable] = home
  return stop
}
