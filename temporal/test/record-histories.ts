import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ApplicationFailure } from '@temporalio/activity'
import type { WorkflowHandle } from '@temporalio/client'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import type { Worker } from '@temporalio/worker'
import { hangUpUpdate, mediaArrivedSignal, taskQueues } from '../contract.ts'
import { kill, startMediaProcess } from './media-process.ts'
import { completed, hangsUp, scriptedCalls } from './scripted-calls.ts'
import { openTemporalServer } from './temporal-server.ts'
import { bundleWorkflows } from './workflow-bundle.ts'

/**
 * Writes the histories that replay.test.ts replays: `PARLEY_TEMPORAL_BIN=… tsx temporal/test/record-histories.ts [name …]`, all of them or those named.
 * Run it on purpose only: a change of the workflow that needs new histories breaks the calls that are running.
 */
const server = await openTemporalServer()
const calls = scriptedCalls(server, await bundleWorkflows())
const stop: (() => Promise<void>)[] = []
const run = async (worker: Worker) => {
  const running = worker.run()
  const end = async () => {
    worker.shutdown()
    await running
  }
  stop.push(end)
  return end
}

/** Stack traces in failures name this checkout; a history that is kept does not. */
const checkout = fileURLToPath(new URL('../../', import.meta.url))

const wanted = process.argv.slice(2)

async function record(name: string, { handle }: { handle: WorkflowHandle }): Promise<void> {
  await handle.result().catch(() => undefined)
  if (wanted.length > 0 && !wanted.includes(name)) return
  const history = historyToJSON(await handle.fetchHistory()).replaceAll(checkout, '')
  writeFileSync(new URL(`./histories/${name}.json`, import.meta.url), `${JSON.stringify(JSON.parse(history), null, 1)}\n`)
  console.log(name)
}

/** Long enough for the conversation to be under way. */
const underWay = () => new Promise((resolve) => setTimeout(resolve, 800))

await run(await calls.callsWorker())
const stopMedia = await run(await calls.mediaWorker())

await record('completed', await calls.start({}))
await record('timeLimit', await calls.start({ conduct: hangsUp }, { maxCallMs: 600, graceMs: 400 }))
const conduct = async () => {
  throw ApplicationFailure.nonRetryable('The call could not be conducted.', 'RECOGNITION_UNAUTHORIZED')
}
await record('failed', await calls.start({ conduct }))
const cancelled = await calls.start({ conduct: hangsUp })
await underWay()
await cancelled.handle.cancel()
await record('cancelled', cancelled)
const hungUp = await calls.start({ conduct: hangsUp })
await underWay()
await hungUp.handle.executeUpdate(hangUpUpdate, { args: [{ reason: 'studio' }] })
await record('hungUp', hungUp)
const arrives = (call: { handle: WorkflowHandle }, processId: string) =>
  call.handle.signal(mediaArrivedSignal, { taskQueue: taskQueues.mediaOf(processId) })
await run(await calls.mediaWorker(taskQueues.mediaOf('a')))
let lines = 0
const comesBack = async () => {
  lines += 1
  if (lines === 1) throw ApplicationFailure.retryable('The call goes on in another process.', 'LINE_LOST')
  return completed
}
const byPhone = await calls.start({ conduct: comesBack }, { channel: 'phone' })
await arrives(byPhone, 'a')
await underWay()
await arrives(byPhone, 'a')
await record('phoneCameBack', byPhone)
await record('phoneNoAnswer', await calls.start({}, { channel: 'phone' }))

await stopMedia()
stop.splice(stop.indexOf(stopMedia), 1)

const first = await startMediaProcess(server.address)
const recovered = await calls.start({})
await underWay()
await kill(first)
const second = await startMediaProcess(server.address)
await record('recovered', recovered)
await kill(second)
await record('noWorker', await calls.start({}))

for (const end of stop) await end()
await server.close()
