import { getCall, readJournal } from '@parley/db'
import { tracked } from '@trpc/server'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { procedure } from '../trpc.ts'
import { createWaker } from '../watched-calls.ts'

const input = z.object({ callId: z.uuid(), lastEventId: z.string().optional() })
/** Looked at again also without a notification, so that a lost one costs little. */
const lookAgainMs = 3_000
const longestMs = 2 * 3_600_000

/** The journal of a call as it is written, from where the listener stopped, until the call has ended. */
export const live = procedure.input(input).subscription(async function* ({ ctx, input, signal }) {
  const { callId } = input
  const waker = createWaker(callId, signal)
  const untilAt = Date.now() + longestMs
  let seq = Number.parseInt(input.lastEventId ?? '0', 10) || 0
  let lastStatus: string | undefined
  try {
    while (!signal?.aborted && Date.now() < untilAt) {
      const call = await getCall(ctx.db, ctx.tenantId, callId)
      if (!call) throw new AppError('CALL_NOT_FOUND', 'NOT_FOUND')
      const entries = await readJournal(ctx.db, ctx.tenantId, callId, { afterSeq: seq })
      seq = entries.at(-1)?.seq ?? seq
      if (entries.length > 0 || call.status !== lastStatus) {
        const { status, outcome, failureCode } = call
        yield tracked(String(seq), { entries, call: { status, outcome, failureCode } })
      }
      lastStatus = call.status
      if (call.status === 'ended') return
      await waker.next(lookAgainMs)
    }
  } finally {
    waker.stop()
  }
})
