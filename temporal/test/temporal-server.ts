import { Client, Connection } from '@temporalio/client'
import { TestWorkflowEnvironment } from '@temporalio/testing'
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker'
import { searchAttributes } from '../contract.ts'
import { testEnv } from './env.ts'

/** Fixed, so that recorded histories name no machine. */
const identity = 'parley'

export type TemporalServer = { client: Client; connection: NativeConnection; address: string; close(): Promise<void> }

export function quietRuntime(): void {
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} } },
  })
}

/** The server at TEMPORAL_ADDRESS, else one of the program PARLEY_TEMPORAL_BIN that ends with `close`. */
export async function openTemporalServer(): Promise<TemporalServer> {
  quietRuntime()
  const { TEMPORAL_ADDRESS: running } = testEnv()
  const started = running === undefined ? await startServer() : undefined
  const address = running ?? started?.address ?? ''
  const own = await Connection.connect({ address })
  const connection = await NativeConnection.connect({ address })
  return {
    client: new Client({ connection: own, identity }),
    connection,
    address,
    async close() {
      await own.close()
      await connection.close()
      await started?.teardown()
    },
  }
}

function startServer(): Promise<TestWorkflowEnvironment> {
  const { PARLEY_TEMPORAL_BIN: program } = testEnv()
  if (program === undefined) throw new Error('Set TEMPORAL_ADDRESS to a running server or PARLEY_TEMPORAL_BIN to the temporal program.')
  return TestWorkflowEnvironment.createLocal({
    server: {
      executable: { type: 'existing-path', path: program },
      searchAttributes: searchAttributes.map((name) => ({ name, type: 'KEYWORD' as const })),
      log: { format: 'text', level: 'error' },
      extraArgs: ['--dynamic-config-value', 'history.timerProcessorMaxTimeShift="10ms"'],
    },
  })
}
