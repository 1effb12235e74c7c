import type { conductHeartbeat } from '@parley/temporal/contract'
import type { Context } from '@temporalio/activity'
import type { z } from 'zod'

/** Of each call the server has to take every one of them: a dead process is noticed after `heartbeatTimeout` of the call workflow. */
export const heartbeatEveryMs = 500

/** Tells the server, twice a second, that the call is conducted and how far its journal is stored. */
export function startHeartbeat(context: Context, position: () => z.output<typeof conductHeartbeat>): () => void {
  const beat = () => context.heartbeat(position())
  beat()
  const timer = setInterval(beat, heartbeatEveryMs)
  return () => clearInterval(timer)
}
