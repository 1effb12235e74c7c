/** Instants in epoch milliseconds. One per process; tests give their own. */
export type Clock = { now(): number }

export const systemClock: Clock = { now: () => Date.now() }
