import { randomUUID } from 'node:crypto'
import type { CarrierStatus } from '@parley/carriers/call-status'
import { ApplicationFailure } from '@temporalio/activity'
import type { WorkflowHandle } from '@temporalio/client'
import type { Worker } from '@temporalio/worker'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type CallInput,
  callColleagueUpdate,
  callStateQuery,
  hangUpUpdate,
  lineStatusSignal,
  mediaArrivedSignal,
  releaseColleagueSignal,
  taskQueues,
} from '../contract.ts'
import { completed, hangsUp, scriptedCalls } from './scripted-calls.ts'
import { openTemporalServer, type TemporalServer } from './temporal-server.ts'
import { bundleWorkflows } from './workflow-bundle.ts'

let server: TemporalServer
let calls: ReturnType<typeof scriptedCalls>
const stop: (() => Promise<void>)[] = []

const run = (worker: Worker) => {
  const running = worker.run()
  stop.push(async () => {
    worker.shutdown()
    await running
  })
}
beforeAll(async () => {
  server = await openTemporalServer()
  calls = scriptedCalls(server, await bundleWorkflows())
  run(await calls.callsWorker())
  run(await calls.mediaWorker(taskQueues.mediaOf('a')))
})
afterAll(async () => {
  for (const end of stop) await end()
  await server?.close()
})

const outbound = { channel: 'phone', line: 'outbound', ringMs: 1_000 } as const satisfies Partial<CallInput>
const says = (handle: WorkflowHandle, status: CarrierStatus, code?: string) => handle.signal(lineStatusSignal, { status, code })
const arrives = (handle: WorkflowHandle) => handle.signal(mediaArrivedSignal, { taskQueue: taskQueues.mediaOf('a') })
const until = (log: string[], line: string) => expect.poll(() => log, { timeout: 10_000 }).toContain(line)

describe('a call to a telephone', () => {
  test('is dialled, is conducted and is hung up, whatever order its news come in', async () => {
    const { handle, log } = await calls.start({}, outbound)
    await until(log, 'placeCall')
    await says(handle, 'in-progress')
    await expect.poll(() => handle.query(callStateQuery)).toMatchObject({ status: 'waitingForLine' })
    await says(handle, 'initiated')
    await arrives(handle)
    expect(await handle.result()).toEqual(completed)
    expect(log.sort()).toEqual(['conductCall 1', 'endLine', 'placeCall', 'wrapUp completed'])
  })

  test.each([
    ['busy', undefined, { outcome: 'busy' }],
    ['no-answer', undefined, { outcome: 'noAnswer' }],
    ['failed', 'CARRIER_UNREACHABLE', { outcome: 'failed', failureCode: 'CARRIER_UNREACHABLE' }],
    ['completed', undefined, { outcome: 'hungUp' }],
  ] as const)('that ends as %s ends at once, and nobody ends it once more', async (status, code, result) => {
    const { handle, log } = await calls.start({}, { ...outbound, ringMs: 60_000 })
    await until(log, 'placeCall')
    await says(handle, status, code)
    expect(await handle.result()).toMatchObject(result)
    expect(log).not.toContain('endLine')
  })

  test('that the carrier refuses fails with the reason', async () => {
    const refused = await calls.start({ placeCall: async () => ({ outcome: 'refused', code: 'CARRIER_NUMBER_INVALID' }) }, outbound)
    expect(await refused.handle.result()).toMatchObject({ outcome: 'failed', failureCode: 'CARRIER_NUMBER_INVALID' })
    expect(refused.log.filter((line) => line === 'placeCall')).toHaveLength(1)
  })

  test('of which nobody knows whether it was dialled is looked for and never dialled again', async () => {
    const lost = async () => {
      throw ApplicationFailure.create({ message: 'Nobody knows.', type: 'DIAL_UNKNOWN' })
    }
    const found = await calls.start({ placeCall: lost }, outbound)
    await until(found.log, 'reconcileCall')
    await arrives(found.handle)
    expect(await found.handle.result()).toEqual(completed)
    const unknown = await calls.start({ placeCall: lost, reconcileCall: async () => ({ outcome: 'unknown' }) }, outbound)
    expect(await unknown.handle.result()).toMatchObject({ outcome: 'failed', failureCode: 'DIAL_UNKNOWN' })
    for (const { log } of [found, unknown]) {
      expect(log.filter((line) => line === 'placeCall')).toHaveLength(1)
      expect(log).toContain('endLine')
    }
  })

  test('of which nothing is heard is looked up before it is given up', async () => {
    const told = [{ status: 'in-progress' }, { status: 'busy' }, undefined] as const
    const looked = await Promise.all(told.map((news) => calls.start({ lookAtLine: async () => news }, outbound)))
    const [answered, ...over] = looked.map(({ handle }) => handle)
    const ends = await Promise.all(over.map((handle) => handle.result()))
    expect(ends).toMatchObject([{ outcome: 'busy' }, { outcome: 'noAnswer' }])
    // That one waits for its socket.
    expect(await answered?.query(callStateQuery)).toMatchObject({ status: 'waitingForLine' })
    await answered?.executeUpdate(hangUpUpdate, { args: [{ reason: 'operator' }] })
    for (const { log } of looked) expect(log.filter((line) => line === 'lookAtLine')).toHaveLength(1)
  }, 100_000)

  test('that is given up while it rings is hung up', async () => {
    const { handle, log } = await calls.start({}, { ...outbound, ringMs: 60_000 })
    await until(log, 'placeCall')
    await handle.executeUpdate(hangUpUpdate, { args: [{ reason: 'operator' }] })
    expect(await handle.result()).toMatchObject({ outcome: 'cancelled' })
    expect(log).toContain('endLine')
  })

  test('whose end the carrier does not confirm is over for us, and is asked for until it is confirmed', async () => {
    const endLine = async (attempt: number) => {
      if (attempt < 3) throw ApplicationFailure.retryable('The carrier does not answer.', 'CARRIER_UNAVAILABLE')
    }
    const { handle, log } = await calls.start({ endLine }, { channel: 'phone', line: 'inbound' })
    await arrives(handle)
    await until(log, 'wrapUp completed')
    expect(await handle.result()).toEqual(completed)
    // Once at once, and then until the third time.
    expect(log.filter((line) => line === 'endLine')).toHaveLength(4)
  })
})

test('a caller who hangs up while the socket of the line is gone is not waited for', async () => {
  const conduct = async () => {
    throw ApplicationFailure.retryable('The call goes on in another process.', 'LINE_LOST')
  }
  const { handle, log } = await calls.start({ conduct }, { channel: 'phone', line: 'inbound' })
  await arrives(handle)
  await until(log, 'conductCall 1')
  await says(handle, 'completed')
  const startedAt = Date.now()
  expect(await handle.result()).toMatchObject({ outcome: 'hungUp' })
  expect(Date.now() - startedAt).toBeLessThan(8_000)
})

describe('a colleague whom a call is to be passed to', () => {
  const inbound = { channel: 'phone', line: 'inbound' } as const
  const own = (log: string[]) => log.filter((line) => line.endsWith('of a colleague'))

  async function withColleague(conduct = hangsUp) {
    const call = await calls.start({ conduct }, inbound)
    await arrives(call.handle)
    await until(call.log, 'conductCall 1')
    const lineId = randomUUID()
    const input = { lineId, ringMs: 60_000, maxCallMs: 60_000 }
    const reached = call.handle.executeUpdate(callColleagueUpdate, { args: [input] })
    await until(call.log, 'placeCall of a colleague')
    const tell = (status: CarrierStatus, code?: string) => call.handle.signal(lineStatusSignal, { status, code, lineId })
    const hangUp = () => call.handle.executeUpdate(hangUpUpdate, { args: [{ reason: 'operator' }] })
    return { ...call, lineId, reached, tell, hangUp }
  }

  test.each([
    ['in-progress', undefined, { outcome: 'answered' }],
    ['busy', undefined, { outcome: 'declined' }],
    ['no-answer', undefined, { outcome: 'noAnswer' }],
    ['failed', 'CARRIER_UNREACHABLE', { outcome: 'failed', code: 'CARRIER_UNREACHABLE' }],
  ] as const)('is dialled once and found %s, and their line ends with the call', async (status, code, reached) => {
    const called = await withColleague()
    await called.tell('ringing')
    await called.tell(status, code)
    expect(await called.reached).toEqual(reached)
    expect(await called.handle.query(callStateQuery)).toMatchObject({ status: 'conducting' })
    await called.hangUp()
    expect(await called.handle.result()).toMatchObject({ outcome: 'cancelled' })
    expect(own(called.log)).toEqual(['placeCall of a colleague', 'endLine of a colleague'])
  })

  test('is hung up while their telephone rings when nobody needs them any more, once', async () => {
    const called = await withColleague()
    await called.tell('ringing')
    for (let times = 0; times < 2; times += 1) await called.handle.signal(releaseColleagueSignal, { lineId: called.lineId })
    expect(await called.reached).toEqual({ outcome: 'noAnswer' })
    await until(called.log, 'endLine of a colleague')
    await called.hangUp()
    await called.handle.result()
    expect(own(called.log)).toEqual(['placeCall of a colleague', 'endLine of a colleague'])
  })

  test('is hung up when the process that called them is gone, while the caller is waited for', async () => {
    let die: () => void = () => undefined
    const dead = new Promise<void>((resolve) => {
      die = resolve
    })
    const called = await withColleague(async () => {
      await dead
      throw ApplicationFailure.retryable('The call goes on in another process.', 'LINE_LOST')
    })
    die()
    await until(called.log, 'endLine of a colleague')
    expect(await called.handle.query(callStateQuery)).toMatchObject({ status: 'conducting' })
    await says(called.handle, 'completed')
    expect(await called.handle.result()).toMatchObject({ outcome: 'hungUp' })
  })

  test('who has talked with the caller on our lines leaves the caller’s line to be ended', async () => {
    const conduct = async () => ({ outcome: 'transferred', durationMs: 900, bridged: true }) as const
    const bridged = await calls.start({ conduct }, inbound)
    await arrives(bridged.handle)
    await bridged.handle.result()
    expect(bridged.log).toContain('endLine')
    const moved = await calls.start({ conduct: async () => ({ outcome: 'transferred', durationMs: 900 }) }, inbound)
    await arrives(moved.handle)
    await moved.handle.result()
    expect(moved.log).not.toContain('endLine')
  })
})
