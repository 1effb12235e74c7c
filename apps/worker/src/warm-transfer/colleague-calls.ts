import { createColleagueLine, type Db, findLine } from '@parley/db'
import {
  type CallColleagueInput,
  type ColleagueReached,
  callColleagueUpdate,
  callWorkflowId,
  colleagueReached,
  type ReleaseColleagueInput,
  releaseColleagueSignal,
} from '@parley/temporal/contract'
import type { Client } from '@temporalio/client'
import type { Logger } from 'pino'
import { failureCodeOf } from '../failure-code.ts'
import type { ArrivedSocket, MediaServer } from '../media-stream/media-server.ts'
import { TooLate, within } from '../within.ts'

/** Beyond the ringing: for somebody who has answered, until their media socket is here. */
const connectWithinMs = 8_000

export type ColleagueAnswer = { socket: ArrivedSocket } | { outcome: Exclude<ColleagueReached['outcome'], 'answered'>; code?: string }
/** `to`: E.164, anything else fails. `answered`: their socket, or why nobody came. `release` ends their line, whatever became of it. */
export type ColleagueCall = { answered: Promise<ColleagueAnswer>; release(): Promise<void> }
export type CallColleague = (wanted: { effectId: string; to: string; ringMs: number }) => ColleagueCall
export type ColleaguesOf = (call: { tenantId: string; callId: string; maxCallMs: number }) => CallColleague

type Deps = {
  db: Db
  client: Client
  /** Of this process, in which the caller's line is. */
  processId: string
  sockets: Pick<MediaServer, 'expect'>
  logger: Logger
}

/**
 * Calls colleagues through the connection the caller came by. The workflow of the call dials, once for each transfer, and ends the line when it is released or this
 * process dies; the colleague's media socket comes here.
 */
export function createColleaguesOf({ db, client, processId, sockets, logger }: Deps): ColleaguesOf {
  return ({ tenantId, callId, maxCallMs }) =>
    ({ effectId, to, ringMs }) => {
      const workflow = client.workflow.getHandle(callWorkflowId(callId))
      let release: () => Promise<void> = async () => undefined
      let released = false

      async function call(): Promise<ColleagueAnswer> {
        if (!to.startsWith('+')) return { outcome: 'failed', code: 'TRANSFER_UNSUPPORTED' }
        const own = await findLine(db, tenantId, callId)
        if (!own) return { outcome: 'failed', code: 'LINE_NOT_KNOWN' }
        const { connectionId, number } = own
        const lineId = await createColleagueLine(db, tenantId, { callId, effectId, connectionId, number, to, processId })
        // An earlier process called them for this transfer; their line ended with it.
        if (lineId === undefined) return { outcome: 'failed', code: 'TRANSFER_INTERRUPTED' }
        const expected = sockets.expect(lineId)
        release = async () => {
          expected.forget()
          await workflow.signal<[ReleaseColleagueInput]>(releaseColleagueSignal, { lineId })
        }
        if (released) return { outcome: 'noAnswer' }
        const reached = workflow
          .executeUpdate<ColleagueReached, [CallColleagueInput]>(callColleagueUpdate, { args: [{ lineId, ringMs, maxCallMs }] })
          .then((told) => whyNobody(colleagueReached.parse(told)))
        const answer = Promise.race([expected.arrived.then((socket) => ({ socket })), reached])
        return within(answer, ringMs + connectWithinMs, 'COLLEAGUE_TIMEOUT').catch((error: unknown) => {
          if (error instanceof TooLate) return { outcome: 'noAnswer' as const }
          throw error
        })
      }

      return {
        answered: call().catch((error: unknown) => {
          const code = failureCodeOf(error, 'TRANSFER_FAILED')
          logger.warn({ callId, code }, 'a colleague could not be called')
          return { outcome: 'failed', code }
        }),
        async release() {
          released = true
          await release().catch((error: unknown) => {
            // The workflow is over, or will end the line when it is.
            logger.info({ callId, code: failureCodeOf(error, 'TEMPORAL_UNREACHABLE') }, 'a colleague’s line is left to the end of the call')
          })
        },
      }
    }
}

/** Why nobody took the call; of somebody who did, their socket tells. */
const whyNobody = ({ outcome, code }: ColleagueReached): ColleagueAnswer | Promise<never> =>
  outcome === 'answered' ? new Promise(() => undefined) : { outcome, code }
