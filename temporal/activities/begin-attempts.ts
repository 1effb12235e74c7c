import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client'
import { type AttemptInput, attemptStartOptions, attemptWorkflowType, callWorkflowId } from '../contract.ts'

/** `running`: it was started, now or before. `over`: it was started once and has ended. */
export type Begun = 'running' | 'over'

/** Starts the workflow of an attempt, once. `client`: on the connection of this process's worker, which the server then gives the first task at once. */
export const beginAttemptWith =
  (client: Client) =>
  async (attempt: AttemptInput): Promise<Begun> => {
    try {
      await client.workflow.start(attemptWorkflowType, { ...attemptStartOptions(attempt), requestEagerStart: true })
      return 'running'
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error
      const { status } = await client.workflow.getHandle(callWorkflowId(attempt.callId)).describe()
      return status.name === 'RUNNING' ? 'running' : 'over'
    }
  }
