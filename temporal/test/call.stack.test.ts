import { ApplicationFailure } from '@temporalio/activity'
import { WorkflowFailedError, type WorkflowHandle } from '@temporalio/client'
import { CancelledFailure } from '@temporalio/common'
import type { Worker } from '@temporalio/worker'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  callStartOptions,
  callStateQuery,
  callWorkflowType,
  hangUpUpdate,
  mediaArrivedSignal,
  taskQueues,
  type WorkflowCallState,
} from '../contract.ts'
import { kill, startMediaProcess } from './media-process.ts'
import { completed, hangsUp, scriptedCalls, untilCancelled } from './scripted-calls.ts'
import { openTemporalServer, type TemporalServer } from './temporal-server.ts'
import { bundleWorkflows } from './workflow-bundle.ts'

let server: TemporalServer
let calls: ReturnType<typeof scriptedCalls>
let stop: () => Promise<void>

const run = (worker: Worker) => {
  const running = worker.run()
  return async () => {
    worker.shutdown()
    await running
  }
}

beforeAll(async () => {
  server = await openTemporalServer()
  calls = scriptedCalls(server, await bundleWorkflows())
  stop = run(await calls.callsWorker())
})
afterAll(async () => {
  await stop?.()
  await server?.close()
})

const until = (log: string[], line: string) => expect.poll(() => log, { timeout: 10_000 }).toContain(line)
const hangUp = (handle: WorkflowHandle, reason = 'studio') =>
  handle.executeUpdate<WorkflowCallState, [{ reason: string }]>(hangUpUpdate, { args: [{ reason }] })

describe('with a process that conducts', () => {
  let stopMedia: () => Promise<void>
  beforeAll(async () => {
    stopMedia = run(await calls.mediaWorker())
  })
  afterAll(() => stopMedia?.())

  test('a call goes from room to wrap-up and is found by its outcome', async () => {
    const { handle, log, input } = await calls.start({})
    expect(await handle.result()).toEqual(completed)
    expect(log).toEqual(['prepareRoom', 'conductCall 1', 'wrapUp completed'])
    expect(await handle.query(callStateQuery)).toEqual({ status: 'ended', outcome: 'completed' })
    const { searchAttributes } = await handle.describe()
    const { tenantId, flowId, callId } = input
    expect(searchAttributes).toMatchObject({ tenantId: [tenantId], flowId: [flowId], callId: [callId], outcome: ['completed'] })
  })

  test('a history holds ids and codes, readable summaries, and no secret of a failure', async () => {
    const conduct = async () => {
      throw ApplicationFailure.nonRetryable('The call could not be conducted.', 'RECOGNITION_UNAUTHORIZED')
    }
    const { handle } = await calls.start({ conduct })
    expect(await handle.result()).toEqual({ outcome: 'failed', failureCode: 'RECOGNITION_UNAUTHORIZED', durationMs: expect.any(Number) })
    const { events = [] } = await handle.fetchHistory()
    const summaries = (events ?? []).flatMap(({ userMetadata }) => {
      const data = userMetadata?.summary?.data
      return data ? [JSON.parse(Buffer.from(data).toString())] : []
    })
    expect([...new Set(summaries)]).toEqual([
      'A call from a browser.',
      'Prepares the room of the call.',
      'The longest this call may last.',
      'Conducts the conversation.',
      'Closes the room and the record of the call.',
    ])
  })

  test('starting a call again finds the running one; one that is over does not start again', async () => {
    const { handle, input, log } = await calls.start({ conduct: hangsUp })
    const again = await server.client.workflow.start(callWorkflowType, callStartOptions(input))
    expect(again.firstExecutionRunId).toBe((await handle.describe()).runId)
    await until(log, 'conductCall 1')
    await hangUp(handle)
    await handle.result()
    await expect(server.client.workflow.start(callWorkflowType, callStartOptions(input))).rejects.toThrow(/already started/i)
    expect(log.filter((line) => line === 'prepareRoom')).toHaveLength(1)
  })

  test('hanging up ends the conversation; afterwards it is refused', async () => {
    const { handle, log } = await calls.start({ conduct: hangsUp })
    await until(log, 'conductCall 1')
    await expect(hangUp(handle, 'boredom')).rejects.toMatchObject({
      cause: { type: 'CALL_INPUT_INVALID' },
    })
    expect(await hangUp(handle)).toEqual({ status: 'conducting' })
    expect(await handle.result()).toMatchObject({ outcome: 'cancelled', turns: 3 })
    expect(log.at(-1)).toBe('wrapUp cancelled')
    await expect(hangUp(handle)).rejects.toThrow()
  })

  test('hanging up while it wraps up is refused with a code', async () => {
    let finish = () => {}
    const wrapping = new Promise<void>((resolve) => {
      finish = resolve
    })
    const { handle, log } = await calls.start({ wrapUp: () => wrapping })
    await until(log, 'wrapUp completed')
    await expect(hangUp(handle)).rejects.toMatchObject({ cause: { type: 'CALL_OVER' } })
    finish()
    expect(await handle.result()).toEqual(completed)
  })

  test('hanging up before the room is ready never lets a worker conduct', async () => {
    let finish = () => {}
    const preparing = new Promise<void>((resolve) => {
      finish = resolve
    })
    const { handle, log } = await calls.start({ prepareRoom: () => preparing })
    await until(log, 'prepareRoom')
    await hangUp(handle)
    finish()
    expect(await handle.result()).toEqual({ outcome: 'cancelled', durationMs: expect.any(Number) })
    expect(log).toEqual(['prepareRoom', 'wrapUp cancelled'])
  })

  test('a cancelled workflow hangs up, wraps up and ends as cancelled', async () => {
    const { handle, log } = await calls.start({ conduct: hangsUp })
    await until(log, 'conductCall 1')
    await handle.cancel()
    const error = await handle.result().catch((caught: unknown) => caught)
    expect(error instanceof WorkflowFailedError && error.cause).toBeInstanceOf(CancelledFailure)
    expect(log.at(-1)).toBe('wrapUp cancelled')
    expect((await handle.describe()).searchAttributes).toMatchObject({ outcome: ['cancelled'] })
  })

  test('a conversation that would go on for ever is ended at its limit', async () => {
    const { handle, log } = await calls.start({ conduct: hangsUp }, { maxCallMs: 600, graceMs: 400 })
    expect(await handle.result()).toEqual({ outcome: 'timeLimit', turns: 3, durationMs: 900 })
    expect(log.at(-1)).toBe('wrapUp timeLimit')
  })

  test('a worker that gives up at the limit without an answer changes nothing', async () => {
    const conduct = untilCancelled(() => {
      throw new CancelledFailure('stopped')
    })
    const { handle } = await calls.start({ conduct }, { maxCallMs: 300, graceMs: 200 })
    expect(await handle.result()).toEqual({ outcome: 'timeLimit', durationMs: expect.any(Number) })
  })

  test('a call that ended by itself while it was hung up keeps its own outcome', async () => {
    const { handle, log } = await calls.start({ conduct: untilCancelled(() => completed) })
    await until(log, 'conductCall 1')
    await hangUp(handle)
    expect(await handle.result()).toEqual(completed)
  })

  test('a room that cannot be made ends the call with its code', async () => {
    const prepareRoom = async () => {
      throw ApplicationFailure.nonRetryable('refused', 'ROOM_SERVER_REFUSED')
    }
    const { handle, log } = await calls.start({ prepareRoom })
    expect(await handle.result()).toMatchObject({ outcome: 'failed', failureCode: 'ROOM_SERVER_REFUSED' })
    expect(log).toEqual(['prepareRoom', 'wrapUp failed ROOM_SERVER_REFUSED'])
  })

  test('the wrap-up is tried until it succeeds', async () => {
    const wrapUp = async (attempt: number) => {
      if (attempt < 3) throw new Error('the database is away')
    }
    const { handle, log } = await calls.start({ wrapUp })
    expect(await handle.result()).toEqual(completed)
    expect(log.filter((line) => line === 'wrapUp completed')).toHaveLength(3)
  })

  test('an input outside the contract fails at once instead of waiting for a correction', async () => {
    const { handle, log } = await calls.start({}, { maxCallMs: -1 })
    await expect(handle.result()).rejects.toMatchObject({ cause: { type: 'CALL_INPUT_INVALID' } })
    expect(log).toEqual([])
  })
})

/** Resolves when the conversation is held somewhere and has told how far it is. */
const conducting = ({ handle }: { handle: WorkflowHandle }) =>
  expect
    .poll(async () => (await handle.describe()).raw.pendingActivities?.some((activity) => activity.heartbeatDetails), { timeout: 15_000 })
    .toBe(true)

test('a process killed in mid-call is followed by another, which knows how far it was', async () => {
  const first = await startMediaProcess(server.address)
  const call = await calls.start({})
  await conducting(call)
  const second = await startMediaProcess(server.address)
  try {
    await kill(first)
    const killedAt = Date.now()
    expect(await call.handle.result()).toEqual({ outcome: 'completed', turns: 7, durationMs: 2_000 })
    expect(Date.now() - killedAt).toBeLessThan(10_000)
    expect(call.log).toEqual(['prepareRoom', 'wrapUp completed'])
  } finally {
    await kill(second)
  }
})

test('without anybody to conduct a call ends, and says whether there was somebody', async () => {
  const media = await startMediaProcess(server.address)
  const abandoned = await calls.start({})
  await conducting(abandoned)
  await kill(media)
  const alone = await calls.start({})
  expect(await alone.handle.result()).toMatchObject({ outcome: 'failed', failureCode: 'NO_WORKER' })
  expect(await abandoned.handle.result()).toMatchObject({ outcome: 'failed', failureCode: 'WORKER_LOST' })
  expect(abandoned.log).toEqual(['prepareRoom', 'wrapUp failed WORKER_LOST'])
})

describe('by telephone', () => {
  const arrives = (handle: WorkflowHandle, processId: string) =>
    handle.signal(mediaArrivedSignal, { taskQueue: taskQueues.mediaOf(processId) })
  const phone = { channel: 'phone' } as const

  test('a call is conducted where its socket arrived, without a room', async () => {
    const stopMedia = run(await calls.mediaWorker(taskQueues.mediaOf('a')))
    const { handle, log } = await calls.start({}, phone)
    expect(await handle.query(callStateQuery)).toMatchObject({ status: 'waitingForLine' })
    await arrives(handle, 'a')
    expect(await handle.result()).toEqual(completed)
    expect(log).toEqual(['conductCall 1', 'wrapUp completed'])
    await stopMedia()
  })

  test('a line that is lost comes back in another process and the conversation goes on there; one that does not has hung up', async () => {
    let conducted = 0
    const conduct = async () => {
      conducted += 1
      if (conducted === 1) throw ApplicationFailure.retryable('The call goes on in another process.', 'LINE_LOST')
      if (conducted === 2) return completed
      throw ApplicationFailure.retryable('The call goes on in another process.', 'LINE_LOST')
    }
    const stopMedia = [run(await calls.mediaWorker(taskQueues.mediaOf('b'))), run(await calls.mediaWorker(taskQueues.mediaOf('c')))]
    const back = await calls.start({ conduct }, phone)
    await arrives(back.handle, 'b')
    await until(back.log, 'conductCall 1')
    await arrives(back.handle, 'c')
    expect(await back.handle.result()).toEqual(completed)
    const gone = await calls.start({ conduct }, phone)
    await arrives(gone.handle, 'c')
    expect(await gone.handle.result()).toMatchObject({ outcome: 'hungUp' })
    expect(gone.log).toEqual(['conductCall 1', 'wrapUp hungUp'])
    for (const stopOne of stopMedia) await stopOne()
  })

  test('a socket that never comes is a call nobody answered', async () => {
    const { handle, log } = await calls.start({}, phone)
    expect(await handle.result()).toMatchObject({ outcome: 'noAnswer' })
    expect(log).toEqual(['wrapUp noAnswer'])
  })
})
