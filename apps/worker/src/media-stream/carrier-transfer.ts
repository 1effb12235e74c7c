import { type CarrierDeps, carrierTypeOf } from '@parley/carriers'
import { type Db, findConnection, findLine } from '@parley/db'
import type { Logger } from 'pino'
import { failureCodeOf } from '../failure-code.ts'
import type { VoicePort } from '../voice-port.ts'

export type TransferFor = (call: { tenantId: string; callId: string }) => VoicePort['transfer']

/**
 * Has the carrier connect the contact of a call with a number and take our line away: what comes of it is the carrier's. Only cold transfers to numbers
 * can be made so; all others, and a carrier that does not do it, are `failed`.
 */
export function createTransferFor(db: Db, logger: Logger, deps: CarrierDeps): TransferFor {
  return ({ tenantId, callId }) =>
    async ({ to, mode, timeoutMs }) => {
      if (mode !== 'cold' || !to.startsWith('+')) return 'failed'
      try {
        const line = await findLine(db, tenantId, callId)
        const connection = line && (await findConnection(db, tenantId, line.connectionId))
        const type = connection ? carrierTypeOf(connection.carrier) : undefined
        if (!line?.carrierCallId || !connection || !type) return 'failed'
        const carrier = type.open({ credentials: connection.credentials, apiBase: connection.apiBase ?? undefined }, deps)
        const order = { to, from: line.number, ringSeconds: Math.ceil(timeoutMs / 1_000) }
        return (await carrier.transfer(line.carrierCallId, order)) === 'moved' ? 'connected' : 'failed'
      } catch (error) {
        logger.warn({ callId, code: failureCodeOf(error, 'TRANSFER_FAILED') }, 'the carrier did not transfer a call')
        return 'failed'
      }
    }
}
