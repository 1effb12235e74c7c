import type { Json } from '@parley/flow-runtime'

/** Durable work outside the call: a human check, a slow system. Rejects with a `code`. The same key never starts it twice. */
export type Tasks = { start(task: string, input: Json, idempotencyKey: string, timeoutMs: number): Promise<Json> }

class TaskNotConnected extends Error {
  override name = 'TaskNotConnected'
  readonly code = 'TASK_NOT_CONNECTED'
  readonly retryable = false
}

/** While no system is connected that takes tasks: every one fails at once, by its name. */
export const noTasks: Tasks = {
  start: (task) => Promise.reject(new TaskNotConnected(`No connected system takes the task "${task}".`)),
}
