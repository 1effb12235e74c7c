import type { StoredConnection } from '@parley/db'

type Dial = {
  /** E.164, both. */
  to: string
  from: string
  /** Ours, unique for the line; comes back with the carrier's news. */
  reference: string
}
/** How long it rings and how long the whole call may last, milliseconds; whether the carrier shall tell machines from people. */
type DialHow = { ringMs: number; maxCallMs: number; detectMachine: boolean }

/** A carrier as the call workflow needs it, signed in with one connection. */
export type LineCarrier = {
  /** Asks once. Throws when nobody can know whether it dials. */
  dial(dial: Dial & DialHow): Promise<{ outcome: 'placed'; carrierCallId: string } | { outcome: 'refused'; code: string }>
  /** The carrier's name of a call it was asked to dial since then; undefined when it knows none. */
  find(dial: Dial & { since: Date }): Promise<string | undefined>
  /** True when the carrier confirms that the line is over. */
  hangUp(carrierCallId: string): Promise<boolean>
}
/** Undefined for a carrier this release does not know, or keys that are none of it. */
export type CarrierFor = (connection: StoredConnection) => LineCarrier | undefined
