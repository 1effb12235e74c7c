import type { CallOutcome } from '@parley/flow-runtime'

/** Where a test call is; each phase has its own words. */
export type CallPhase =
  | { name: 'idle' }
  | { name: 'askingMicrophone' | 'preparing' | 'joining' | 'waiting' | 'inCall' | 'ending' }
  | { name: 'ended'; outcome?: CallOutcome; failureCode?: string }
  | { name: 'failed'; code: string }

const running = new Set<CallPhase['name']>(['askingMicrophone', 'preparing', 'joining', 'waiting', 'inCall', 'ending'])
export const isRunning = (phase: CallPhase) => running.has(phase.name)
