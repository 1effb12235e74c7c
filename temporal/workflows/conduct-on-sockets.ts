import { ActivityFailure, condition, isCancellation } from '@temporalio/workflow'
import type { ConductInput, ConductResult } from '../contract.ts'
import { conductAt } from './call-activities.ts'

/** A carrier that was told to connect does so at once; a browser or a tester may take a moment. */
const arriveWithinMs = 30_000
/** For the carrier to come back after a process or a socket died in mid-call. */
const comeBackWithinMs = 10_000
const mostSockets = 20

/**
 * The conversation on a carrier's media socket, in the process in which it arrived. When that process or the socket dies, the carrier goes on to
 * what it was told to do next and comes back on another socket, perhaps in another process; then the conversation goes on there.
 * @param arrivals task queues of the processes in which sockets of this call arrived; grows while this runs
 */
export async function conductOnSockets(
  arrivals: string[],
  input: ConductInput,
  graceMs: number,
  onConducting: () => void,
): Promise<ConductResult> {
  const startedAt = Date.now()
  for (let socket = 1; socket <= mostSockets; socket += 1) {
    const isThere = await condition(() => arrivals.length > 0, socket === 1 ? arriveWithinMs : comeBackWithinMs)
    const taskQueue = arrivals.splice(0).at(-1)
    if (!isThere || taskQueue === undefined) {
      return { outcome: socket === 1 ? 'noAnswer' : 'hungUp', durationMs: Date.now() - startedAt }
    }
    onConducting()
    try {
      return await conductAt(taskQueue, input, graceMs)
    } catch (error) {
      if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error
    }
  }
  return { outcome: 'failed', failureCode: 'LINE_LOST', durationMs: Date.now() - startedAt }
}
