import { z } from 'zod'
import type { Child } from '../child.ts'
import type { StackContext } from '../stack-context.ts'
import { waitUntil } from '../wait-until.ts'

const described = z.object({ pollers: z.array(z.object({ identity: z.string() })).default([]) })

/** Waits until that very process asks Temporal for work (its identity starts with its process id); without the UI's address, until it has stayed up. */
export async function waitForPoller(
  { env, signal }: StackContext,
  what: string,
  taskQueue: string,
  type: 'TASK_QUEUE_TYPE_ACTIVITY' | 'TASK_QUEUE_TYPE_WORKFLOW',
  child: Child,
): Promise<void> {
  const startedAtMs = performance.now()
  const uiUrl = env.TEMPORAL_UI_URL
  await waitUntil(what, 30_000, signal, async () => {
    if (!uiUrl) return performance.now() - startedAtMs > 3_000
    const url = `${uiUrl}/api/v1/namespaces/${env.TEMPORAL_NAMESPACE}/task-queues/${taskQueue}?taskQueueType=${type}`
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) })
    const { pollers } = described.parse(await response.json())
    return pollers.some(({ identity }) => identity.startsWith(`${child.pid}@`))
  })
}
