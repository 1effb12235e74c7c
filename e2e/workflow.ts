import { Client, Connection } from '@temporalio/client'
import { stackVariable } from './stack.ts'

async function withTemporal<T>(read: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: await stackVariable('TEMPORAL_ADDRESS') })
  try {
    return await read(new Client({ connection }))
  } finally {
    await connection.close()
  }
}

/** How the call's workflow stands, e.g. COMPLETED. */
export const workflowStatusOf = (callId: string): Promise<string> =>
  withTemporal(async (client) => (await client.workflow.getHandle(`call/${callId}`).describe()).status.name)

/** Process id of the worker that conducts the call now; undefined when none does. */
export const conductingPid = (callId: string): Promise<number | undefined> =>
  withTemporal(async (client) => {
    const { raw } = await client.workflow.getHandle(`call/${callId}`).describe()
    const identity = raw.pendingActivities?.find((activity) => activity.activityType?.name === 'conductCall')?.lastWorkerIdentity
    return identity ? Number.parseInt(identity, 10) : undefined
  })
