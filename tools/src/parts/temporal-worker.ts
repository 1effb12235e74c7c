import path from 'node:path'
import { repositoryRoot } from '../repository.ts'
import type { StackContext } from '../stack-context.ts'
import { nodeProgram } from './node-program.ts'
import { waitForPoller } from './wait-for-poller.ts'

/** The process that runs the workflows and their short activities. */
export async function startTemporalWorker(context: StackContext): Promise<void> {
  const file = path.join(repositoryRoot, 'temporal/dist/main.js')
  const preload = path.join(repositoryRoot, 'temporal/unwatched-workflows.cjs')
  const program = nodeProgram(context, 'temporalWorker', file, [], 8_000, preload)
  await context.supervisor.start('temporalWorker', file, program, (child) =>
    waitForPoller(context, 'The Temporal worker', 'parley-calls', 'TASK_QUEUE_TYPE_WORKFLOW', child),
  )
}
