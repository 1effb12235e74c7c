import { setTimeout as sleep } from 'node:timers/promises'
import { closeDb, openDb, setCallStatus } from '@parley/db'
import { type ConductInput, type ConductResult, conductInput } from '@parley/temporal/contract'
import { Context } from '@temporalio/activity'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { pino } from 'pino'
import { z } from 'zod'
import { heartbeatEveryMs, startHeartbeat } from '../src/heartbeat.ts'
import { takeSockets } from '../src/media-stream/take-sockets.ts'

/**
 * For measurements and tests of campaigns: takes carriers' media sockets as the worker does, and then says nothing. A call lasts until the contact hangs up, `talkMs` at
 * most, which its parent may change by message.
 */
const settings = z.object({
  databaseUrl: z.string(),
  encryptionKey: z.string(),
  temporalAddress: z.string(),
  slots: z.number(),
  talkMs: z.number(),
})
const order = z.object({ talkMs: z.number() })

const given = settings.parse(JSON.parse(process.argv[2] ?? ''))
let { talkMs } = given
Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} } },
})
const db = openDb({ url: given.databaseUrl, encryptionKey: given.encryptionKey })
const connection = await NativeConnection.connect({ address: given.temporalAddress })
const logger = pino({ level: 'error' }, pino.destination(2))
const sockets = await takeSockets({ db, connection, namespace: 'default', logger, host: '127.0.0.1', port: 0, slots: given.slots })

async function conductCall(raw: ConductInput): Promise<ConductResult> {
  const { tenantId, callId } = conductInput.parse(raw)
  const context = Context.current()
  const stopHeartbeat = startHeartbeat(context, () => ({ journalSeq: 0, nodeId: '' }))
  try {
    const startedAt = Date.now()
    const arrived = await sockets.claim(callId)
    if (!arrived) return { outcome: 'failed', failureCode: 'LINE_UNREACHABLE', durationMs: 0 }
    const { socket } = arrived
    await setCallStatus(db, tenantId, callId, 'conducting')
    const hungUp = new Promise<'hungUp'>((resolve) => socket.once('close', () => resolve('hungUp')))
    const gone = socket.readyState === socket.OPEN ? hungUp : ('hungUp' as const)
    const outcome = await Promise.race([gone, sleep(talkMs, 'completed' as const), context.cancelled])
    await setCallStatus(db, tenantId, callId, 'wrappingUp')
    socket.close(1000)
    return { outcome, turns: 0, durationMs: Date.now() - startedAt }
  } finally {
    stopHeartbeat()
  }
}

const worker = await Worker.create({
  connection,
  namespace: 'default',
  taskQueue: sockets.taskQueue,
  activities: { conductCall },
  maxConcurrentActivityTaskExecutions: given.slots,
  maxHeartbeatThrottleInterval: heartbeatEveryMs,
  defaultHeartbeatThrottleInterval: heartbeatEveryMs,
})
process.on('message', (told) => {
  talkMs = order.parse(told).talkMs
})
process.once('disconnect', () => process.exit())
const running = worker.run()
await sockets.open()
process.send?.({ ready: true })
await running
await closeDb(db)
