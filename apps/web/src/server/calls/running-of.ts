import { runningCalls } from '@parley/db'
import { z } from 'zod'
import { procedure } from '../trpc.ts'
import { anyCall, createWaker } from '../watched-calls.ts'

const input = z.object({ flowId: z.uuid() })
const listed = 200
/** Calls change several times a second: looked at no more often than this, and again without a notification, so that a lost one costs little. */
const atMostEveryMs = 300
const lookAgainMs = 3_000
const longestMs = 2 * 3_600_000

/** The running calls of a flow, by the node they are at, whenever one of them has moved. */
export const runningOf = procedure.input(input).subscription(async function* ({ ctx, input: { flowId }, signal }) {
  const waker = createWaker(anyCall, signal)
  const untilAt = Date.now() + longestMs
  let last: string | undefined
  try {
    while (!signal?.aborted && Date.now() < untilAt) {
      const lookedAt = Date.now()
      const found = await runningCalls(ctx.db, ctx.tenantId, { flowId, limit: listed })
      const told = JSON.stringify(found)
      if (told !== last) yield found
      last = told
      await waker.next(lookAgainMs)
      await pause(lookedAt + atMostEveryMs - Date.now(), signal)
    }
  } finally {
    waker.stop()
  }
})

const pause = (ms: number, signal?: AbortSignal) =>
  ms <= 0 || signal?.aborted ? undefined : new Promise((resolve) => setTimeout(resolve, ms))
