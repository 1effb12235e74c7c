import type { CallOutcome } from '@parley/flow-runtime'

/** How a conducted call ended. `failureCode` only with outcome failed, `bridged` only with transferred: the contact talked to a colleague on our own lines. */
export type Conducted = { outcome: CallOutcome; turns: number; failureCode?: string; bridged?: boolean }

/**
 * Abort reason and error of a call that is given up so that another process continues it: the agent leaves, the line stays.
 * Any other abort reason ends the call as cancelled.
 */
export class HandedOver extends Error {
  override name = 'HandedOver'
  readonly retryable = true
  constructor(readonly code: string) {
    super(`The call is left to another process (${code}).`)
  }
}
