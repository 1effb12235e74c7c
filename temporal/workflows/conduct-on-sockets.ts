import { ActivityFailure, isCancellation } from '@temporalio/workflow'
import type { ConductInput, ConductResult } from '../contract.ts'
import { conductAt } from './call-activities.ts'
import type { CallLine } from './call-line.ts'

/** A carrier that was told to connect does so at once; a browser or a tester may take a moment. */
const arriveWithinMs = 30_000
/** For the carrier to come back after a process or a socket died in mid-call. */
const comeBackWithinMs = 10_000
const mostSockets = 20

/**
 * The conversation on a carrier's media socket, in the process in which it arrived. When that process or the socket dies, the carrier goes on to
 * what it was told to do next and comes back on another socket, perhaps in another process; then the conversation goes on there. `onLost` is told each time.
 */
export async function conductOnSockets(
  line: CallLine,
  input: ConductInput,
  graceMs: number,
  { onConducting, onLost }: { onConducting: () => void; onLost: () => void },
): Promise<ConductResult> {
  const startedAt = Date.now()
  const durationMs = () => Date.now() - startedAt
  for (let socket = 1; socket <= mostSockets; socket += 1) {
    const taskQueue = await line.arrival(socket === 1 ? arriveWithinMs : comeBackWithinMs)
    if (taskQueue === undefined) return socket === 1 ? line.end(durationMs()) : { outcome: 'hungUp', durationMs: durationMs() }
    onConducting()
    try {
      return await conductAt(taskQueue, input, graceMs)
    } catch (error) {
      if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error
      onLost()
    }
  }
  return { outcome: 'failed', failureCode: 'LINE_LOST', durationMs: durationMs() }
}
