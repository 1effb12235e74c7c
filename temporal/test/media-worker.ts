import { Context } from '@temporalio/activity'
import { NativeConnection, Worker } from '@temporalio/worker'
import { type ConductResult, conductHeartbeat, taskQueues } from '../contract.ts'
import { quietRuntime } from './temporal-server.ts'

/** Conducts without end at the first try; a successor ends with what the first one had stored. */
async function conductCall(): Promise<ConductResult> {
  const { info, heartbeat } = Context.current()
  if (info.attempt > 1) {
    const { journalSeq } = conductHeartbeat.parse(info.heartbeatDetails)
    return { outcome: 'completed', turns: journalSeq, durationMs: 2_000 }
  }
  for (let journalSeq = 1; journalSeq <= 600; journalSeq += 1) {
    heartbeat({ journalSeq: 7, nodeId: 'why' })
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return { outcome: 'completed', turns: 0, durationMs: 60_000 }
}

quietRuntime()
const connection = await NativeConnection.connect({ address: process.argv[2] ?? '' })
const worker = await Worker.create({
  connection,
  identity: 'parley',
  taskQueue: taskQueues.media,
  activities: { conductCall },
  maxHeartbeatThrottleInterval: '500ms',
})
const running = worker.run()
console.log('ready')
await running
