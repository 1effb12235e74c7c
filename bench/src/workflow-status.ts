import { callWorkflowId } from '@parley/temporal/contract'
import { Client, Connection } from '@temporalio/client'

type Env = Record<string, string>

async function withCall<T>(
  env: Env,
  callId: string,
  work: (handle: ReturnType<Client['workflow']['getHandle']>) => Promise<T>,
): Promise<T> {
  const connection = await Connection.connect({ address: env.TEMPORAL_ADDRESS, connectTimeout: '5s' })
  try {
    return await work(new Client({ connection, namespace: env.TEMPORAL_NAMESPACE }).workflow.getHandle(callWorkflowId(callId)))
  } finally {
    await connection.close()
  }
}

/** The status of a call's workflow, for example COMPLETED; waits up to 10 s for it to close. */
export const workflowStatus = (env: Env, callId: string): Promise<string> =>
  withCall(env, callId, async (handle) => {
    for (let attempt = 0; attempt < 50; attempt++) {
      const { status } = await handle.describe()
      if (status.name !== 'RUNNING') return status.name
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    return 'RUNNING'
  })

/** Process id of the worker that conducts the call now (its Temporal identity starts with it); undefined when none does. */
export const conductingPid = (env: Env, callId: string): Promise<number | undefined> =>
  withCall(env, callId, async (handle) => {
    const { raw } = await handle.describe()
    const conducting = raw.pendingActivities?.find((activity) => activity.activityType?.name === 'conductCall')
    return Number.parseInt(conducting?.lastWorkerIdentity ?? '', 10) || undefined
  })
