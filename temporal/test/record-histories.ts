import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ApplicationFailure } from '@temporalio/activity'
import type { WorkflowHandle } from '@temporalio/client'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import type { Worker } from '@temporalio/worker'
import { hangUpUpdate } from '../contract.ts'
import { kill, startMediaProcess } from './media-process.ts'
import { hangsUp, scriptedCalls } from './scripted-calls.ts'
import { openTemporalServer } from './temporal-server.ts'
import { bundleWorkflows } from './workflow-bundle.ts'

/**
 * Writes the histories that replay.test.ts replays: `PARLEY_TEMPORAL_BIN=… tsx temporal/test/record-histories.ts`.
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

async function record(name: string, { handle }: { handle: WorkflowHandle }): Promise<void> {
  await handle.result().catch(() => undefined)
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
await stopMedia()
stop.pop()

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
