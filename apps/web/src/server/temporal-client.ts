import { Client, Connection } from '@temporalio/client'
import { env } from '../env.ts'
import { once } from './once.ts'

const deadlineMs = 4_000

const client = once('temporal', () => {
  const connection = Connection.lazy({ address: env().TEMPORAL_ADDRESS })
  return { connection, client: new Client({ connection, namespace: env().TEMPORAL_NAMESPACE }) }
})

/** Runs one request to Temporal under a deadline; throws when it is not reachable in time. */
export function withTemporal<T>(run: (client: Client) => Promise<T>): Promise<T> {
  const temporal = client()
  return temporal.connection.withDeadline(Date.now() + deadlineMs, () => run(temporal.client))
}
