import type { OwnLimits, StoredConnection } from '@parley/db'

/** Ringing, waiting for a process, and the last words after the time is up. */
const marginMs = 180_000

/** What a connection allows one more call that belongs to no campaign. `maxCallMs`: of its conversation. */
export const ownLimits = (
  { maxCalls, callsPerSecond }: Pick<StoredConnection, 'maxCalls' | 'callsPerSecond'>,
  direction: 'inbound' | 'outbound',
  maxCallMs: number,
): OwnLimits => ({
  atOnce: maxCalls,
  perSecond: direction === 'outbound' ? callsPerSecond : null,
  lifetimeMs: maxCallMs + marginMs,
})
