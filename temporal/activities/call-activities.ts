import { type Db, finishCall, getCall, setCallStatus } from '@parley/db'
import { ApplicationFailure, Context } from '@temporalio/activity'
import type { Logger } from 'pino'
import type { CallActivities } from '../contract.ts'
import { failing } from './failing.ts'
import type { Rooms } from './rooms.ts'

/** A room that cannot be removed is left after so many tries: it closes by itself when it is empty. */
const roomTries = 5
const notCarriedOn = 'The call could not be carried on'

export type ActivityDeps = { db: Db; rooms: Rooms; logger: Logger }

/** What the call workflow does in this process. */
export function createCallActivities({ db, rooms, logger }: ActivityDeps): CallActivities {
  return {
    prepareRoom: ({ tenantId, callId }) =>
      failing(logger, callId, notCarriedOn, async () => {
        const call = await getCall(db, tenantId, callId)
        if (!call) throw ApplicationFailure.nonRetryable('There is no such call.', 'CALL_UNKNOWN')
        if (call.status === 'ended') throw ApplicationFailure.nonRetryable('The call has ended already.', 'CALL_ENDED')
        await rooms.create(callId)
        await setCallStatus(db, tenantId, callId, 'roomReady')
      }),
    wrapUp: ({ tenantId, callId, channel, result: { outcome, failureCode, turns } }) =>
      failing(logger, callId, notCarriedOn, async () => {
        await finishCall(db, tenantId, callId, { outcome, failureCode, turns })
        if (channel === 'phone') return
        try {
          await rooms.remove(callId)
        } catch (error) {
          if (Context.current().info.attempt < roomTries) throw error
          logger.warn({ callId, code: 'ROOM_NOT_REMOVED', pii: { error: String(error) } }, 'the room was left to close by itself')
        }
      }),
  }
}
