import path from 'node:path'
import { repositoryRoot } from '../repository.ts'
import type { StackContext } from '../stack-context.ts'
import { nodeProgram } from './node-program.ts'
import { waitForPoller } from './wait-for-poller.ts'

/** The processes that conduct calls: two by default, so that another takes over within seconds when one dies. */
export async function startWorkers(context: StackContext): Promise<void> {
  const file = path.join(repositoryRoot, 'apps/worker/dist/main.js')
  await Promise.all(
    Array.from({ length: context.tools.PARLEY_WORKERS }, (_, index) => {
      const name = `worker-${index + 1}`
      return context.supervisor.start(name, file, nodeProgram(context, name, file, [], 12_000), (child) =>
        waitForPoller(context, name, 'parley-media', 'TASK_QUEUE_TYPE_ACTIVITY', child),
      )
    }),
  )
}
