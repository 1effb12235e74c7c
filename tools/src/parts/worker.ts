import path from 'node:path'
import { repositoryRoot } from '../repository.ts'
import type { StackContext } from '../stack-context.ts'
import { nodeProgram } from './node-program.ts'
import { waitForPoller } from './wait-for-poller.ts'

/**
 * Most of what a call allocates is gone within a sentence; by default V8 and the C library keep tens of megabytes of it for later.
 * Source maps stay off: those of all libraries would be kept in memory.
 */
const smallMemory = { args: ['--max-semi-space-size=2'], env: { MALLOC_ARENA_MAX: '2' } }

/** The processes that conduct calls: two by default, so that another takes over within seconds when one dies. */
export async function startWorkers(context: StackContext): Promise<void> {
  const file = path.join(repositoryRoot, 'apps/worker/dist/main.js')
  await Promise.all(
    Array.from({ length: context.tools.PARLEY_WORKERS }, (_, index) => {
      const name = `worker-${index + 1}`
      const program = nodeProgram(context, name, file, [], 12_000)
      const options = { ...program, args: [...smallMemory.args, file], env: { ...smallMemory.env, ...program.env } }
      return context.supervisor.start(name, file, options, (child) =>
        waitForPoller(context, name, 'parley-media', 'TASK_QUEUE_TYPE_ACTIVITY', child),
      )
    }),
  )
}
