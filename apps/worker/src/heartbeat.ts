import type { conductHeartbeat } from '@parley/temporal/contract'
import type { Context } from '@temporalio/activity'
import type { z } from 'zod'

const everyMs = 200

/** Tells the server, five times a second, that the call is conducted and how far its journal is stored. */
export function startHeartbeat(context: Context, position: () => z.output<typeof conductHeartbeat>): () => void {
  const beat = () => context.heartbeat(position())
  beat()
  const timer = setInterval(beat, everyMs)
  return () => clearInterval(timer)
}
