import { type ClaimedDial, type Db, settleDial } from '@parley/db'
import type { Logger } from 'pino'
import type { Dialled } from '../../contract.ts'
import type { CarrierFor } from './line-carrier.ts'

type Deps = { db: Db; logger: Logger; carrierFor: CarrierFor }
/** A dial that was claimed. `lineId`: of the line, which is the call's own when it has the call's id. */
type Claimed = ClaimedDial & { lineId: string }
/** How long it rings and how long the whole call may last, milliseconds. */
type How = { ringMs: number; maxCallMs: number; detectMachine: boolean }

/** Asks the carrier to dial, for whoever claimed it, and writes down what it said. Throws when nobody can know whether it dials. */
export async function askToDial(
  deps: Deps,
  tenantId: string,
  { lineId, callId, number, to, connection }: Claimed,
  how: How,
): Promise<Dialled> {
  const carrier = connection ? deps.carrierFor(connection) : undefined
  const dialled = carrier
    ? await carrier.dial({ reference: lineId, to, from: number, ...how })
    : { outcome: 'refused' as const, code: 'CONNECTION_NOT_FOUND' }
  return noteDialled(deps, tenantId, { lineId, callId }, dialled)
}

/** Writes down what became of a dial. */
export async function noteDialled(
  { db, logger }: Omit<Deps, 'carrierFor'>,
  tenantId: string,
  { lineId, callId }: { lineId: string; callId: string },
  dialled: { outcome: 'placed'; carrierCallId: string } | { outcome: 'refused'; code: string },
): Promise<Dialled> {
  if (dialled.outcome === 'placed') {
    await settleDial(db, tenantId, lineId, { state: 'placed', carrierCallId: dialled.carrierCallId })
    return { outcome: 'placed' }
  }
  logger.warn({ callId, code: dialled.code }, 'a call was not dialled')
  await settleDial(db, tenantId, lineId, { state: 'refused', statusCode: dialled.code })
  return dialled
}
