import { fileURLToPath } from 'node:url'
import { closeDb, mediaCapacity, openDb } from '@parley/db'
import { createAddressGuard, originsOf } from '@parley/net-guard'
import { openRecordingStore } from '@parley/recordings'
import { Client } from '@temporalio/client'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { beginAttemptWith } from './activities/begin-attempts.ts'
import { createCallActivities } from './activities/call-activities.ts'
import { createCampaignActivities } from './activities/campaign-activities.ts'
import { createCarrierFor } from './activities/lines/carrier-for.ts'
import { createLineActivities } from './activities/lines/line-activities.ts'
import { remembered } from './activities/remembered.ts'
import { reportAttemptTo } from './activities/report-attempt.ts'
import { createRooms } from './activities/rooms.ts'
import { placeOf } from './activities/transcription/place-of.ts'
import { createTranscriptionActivities } from './activities/transcription/transcription-activities.ts'
import { taskQueues } from './contract.ts'
import { readEnv } from './env.ts'
import { createLogger } from './logger.ts'

/** Waiting tasks cost next to nothing. */
const tasksAtOnce = 200
/** Workflows that are not over and kept in memory, the ones used last; others are brought back from their histories when something happens to them. */
const mostKept = 1_000
/** Built beside this program, so that a start compiles nothing. */
const workflowBundle = { codePath: fileURLToPath(new URL('./workflow-bundle.js', import.meta.url)) }

/** The process that runs the workflows and their short activities, until it is told to stop. */
async function main(): Promise<void> {
  const env = readEnv()
  const logger = createLogger({ level: env.PARLEY_LOG_LEVEL, redactPii: env.NODE_ENV === 'production' })
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message }) => logger[level === 'ERROR' ? 'error' : 'warn']({ from: 'temporal' }, message)),
    telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} } },
  })
  const db = openDb({ url: env.DATABASE_URL, encryptionKey: env.PARLEY_ENCRYPTION_KEY, maxConnections: 5 })
  const rooms = createRooms({ url: env.LIVEKIT_URL, apiKey: env.LIVEKIT_API_KEY, apiSecret: env.LIVEKIT_API_SECRET })
  const { DEEPGRAM_API_KEY: key, DEEPGRAM_URL: url, DEEPGRAM_MODEL: model } = env
  const guard = createAddressGuard({ loopback: env.NODE_ENV !== 'production', trusted: originsOf(env.PARLEY_TRUSTED_ADDRESSES) })
  const transcription = { db, logger, guard, store: openRecordingStore(env), installed: key ? placeOf(key, { url, model }) : undefined }
  const carrierFor = createCarrierFor(env.PARLEY_PUBLIC_URL, { fetch: guard.fetch, now: Date.now })
  const connection = await NativeConnection.connect({ address: env.TEMPORAL_ADDRESS })
  const client = new Client({ connection, namespace: env.TEMPORAL_NAMESPACE })
  const lines = createLineActivities({ db, logger, carrierFor })
  const worker = await Worker.create({
    connection,
    namespace: env.TEMPORAL_NAMESPACE,
    taskQueue: taskQueues.calls,
    workflowBundle,
    activities: {
      ...createCallActivities({ db, rooms, logger }),
      ...lines,
      ...createTranscriptionActivities(transcription),
      ...createCampaignActivities({
        db,
        logger,
        capacity: remembered(1_000, () => mediaCapacity(db)),
        report: reportAttemptTo(client),
        begin: beginAttemptWith(client),
        carrierFor,
        endLine: lines.endLine,
      }),
    },
    // When this process dies, its workflows wait no longer than this for it.
    stickyQueueScheduleToStartTimeout: '1s',
    // What is done within a task may wait for a carrier; nobody else shall wait for that.
    maxConcurrentWorkflowTaskExecutions: tasksAtOnce,
    maxConcurrentLocalActivityExecutions: tasksAtOnce,
    maxCachedWorkflows: mostKept,
    shutdownGraceTime: '10s',
  })
  const running = worker.run()
  logger.info({ ready: true, taskQueue: taskQueues.calls }, 'ready')
  try {
    await running
  } finally {
    await connection.close()
    await closeDb(db)
    logger.info('stopped')
  }
}

main().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error)
  createLogger({ level: 'info', redactPii: true }).fatal({ code: 'TEMPORAL_WORKER_FAILED', reason }, 'the Temporal worker stopped')
  process.exitCode = 1
})
