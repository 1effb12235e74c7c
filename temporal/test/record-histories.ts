import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ApplicationFailure } from '@temporalio/activity'
import type { WorkflowHandle } from '@temporalio/client'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import type { Worker } from '@temporalio/worker'
import {
  callColleagueUpdate,
  campaignStartOptions,
  campaignWorkflowType,
  hangUpUpdate,
  lineStatusSignal,
  mediaArrivedSignal,
  taskQueues,
} from '../contract.ts'
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

/** An attempt that a campaign began; the list of workflows comes a moment late. */
async function attemptOf(campaignId: string): Promise<WorkflowHandle> {
  const query = `campaignId = '${campaignId}' AND WorkflowType = 'attemptWorkflow'`
  for (let tries = 0; tries < 50; tries += 1) {
    for await (const { workflowId } of server.client.workflow.list({ query })) return server.client.workflow.getHandle(workflowId)
    await underWay()
  }
  throw new Error('The campaign began no attempt.')
}

/** Long enough for the conversation to be under way. */
const underWay = () => new Promise((resolve) => setTimeout(resolve, 800))

await run(await calls.callsWorker())
const stopMedia = await run(await calls.mediaWorker())

const campaign = { tenantId: randomUUID(), campaignId: randomUUID(), flowId: randomUUID(), concurrentCalls: 1 }
const ofOneLead = await server.client.workflow.start(campaignWorkflowType, campaignStartOptions(campaign))
await record('campaign', { handle: ofOneLead })
await record('attempt', { handle: await attemptOf(campaign.campaignId) })
await record('phoneOutboundNoAnswer', await calls.start({}, { channel: 'phone', line: 'outbound', ringMs: 500 }))

const ofFew = { ...campaign, campaignId: randomUUID(), longestHistory: 20 }
const continued = await server.client.workflow.start(campaignWorkflowType, campaignStartOptions(ofFew))
await continued.result()
const firstRun = server.client.workflow.getHandle(continued.workflowId, continued.firstExecutionRunId, { followRuns: false })
await record('campaignContinued', { handle: firstRun })

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
const passedOn = await calls.start({ conduct: hangsUp }, { channel: 'phone', line: 'inbound' })
await arrives(passedOn, 'a')
await underWay()
const lineId = randomUUID()
const reached = passedOn.handle.executeUpdate(callColleagueUpdate, { args: [{ lineId, ringMs: 60_000, maxCallMs: 60_000 }] })
await underWay()
await passedOn.handle.signal(lineStatusSignal, { status: 'in-progress', lineId })
await reached
await passedOn.handle.executeUpdate(hangUpUpdate, { args: [{ reason: 'operator' }] })
await record('phoneColleague', passedOn)
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
