import { closeDb, freeMediaProcesses, listProviders, openDb, type ProviderNews, reportProvider } from '@parley/db'
import { settings, textIn } from '@parley/flow-runtime'
import { createAddressGuard, originsOf } from '@parley/net-guard'
import { type MediaActivities, taskQueues } from '@parley/temporal/contract'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { systemClock } from './clock.ts'
import { createMediaActivities } from './conduct-call.ts'
import { readEnv } from './env.ts'
import { failureCodeOf } from './failure-code.ts'
import { finishLeftRecordings } from './finish-left-recordings.ts'
import { heartbeatEveryMs } from './heartbeat.ts'
import { createLateJournals } from './late-journals.ts'
import { outliveGoneHandles } from './livekit/outlive-gone-handles.ts'
import { createLogger } from './logger.ts'
import { openCarrierAnswers } from './machine-detection/carrier-answers.ts'
import { createTransferFor } from './media-stream/carrier-transfer.ts'
import { takeSockets } from './media-stream/take-sockets.ts'
import { createSpeechActivities } from './prepare-speech.ts'
import { recordingsOf } from './recordings-of.ts'
import { watchForRetirement } from './retirement.ts'
import { createCircuits } from './speech/circuits.ts'
import { createSpeechProviders, sharedSpeech } from './speech/providers.ts'
import { createSpeechStore } from './speech/store/speech-store.ts'
import { installedProviders } from './speech-config.ts'
import { createProvidersFor } from './tenant-providers.ts'
import { createEndOfTurnModel } from './turn-taking/end-of-turn-model.ts'
import { createModels, installedModels, warmUpUnderstanding } from './understanding-for.ts'
import { createColleaguesOf } from './warm-transfer/colleague-calls.ts'

/** How long a worker that is told to stop goes on with its calls before it leaves them to another. */
const drainMs = 60_000
/** How long one goes on with them that has grown too large: longer than nearly every call. */
const retireMs = 20 * 60_000
/** How long a process that ends waits for a database that is away, for the ends of its journals. */
const lateJournalsMs = 5_000
/** In place of a tenant: what is spoken before any call. */
const installation = 'installation'

async function main(): Promise<void> {
  const env = readEnv()
  const logger = createLogger({ level: env.PARLEY_LOG_LEVEL, redactPii: env.NODE_ENV === 'production' })
  outliveGoneHandles(() => logger.warn({ code: 'ROOM_HANDLE_GONE' }, 'memory of a room was given back twice'))
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message }) => logger[level === 'ERROR' ? 'error' : 'warn']({ from: 'temporal' }, message)),
    telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} } },
  })

  const db = openDb({ url: env.DATABASE_URL, encryptionKey: env.PARLEY_ENCRYPTION_KEY })
  const store = createSpeechStore({
    folder: env.PARLEY_SPEECH_DIR,
    mostBytes: env.PARLEY_SPEECH_MB * 1_024 * 1_024,
    onFailure: (error) => logger.error({ code: failureCodeOf(error, 'SPEECH_NOT_KEPT') }, 'a speech could not be kept'),
  })
  const installed = installedProviders(env)
  const onNews = (tenantId: string, news: ProviderNews) => {
    if (tenantId === installation) return
    reportProvider(db, tenantId, news).catch((error: unknown) =>
      logger.error({ code: failureCodeOf(error, 'DATABASE_UNAVAILABLE') }, 'the state of a provider could not be stored'),
    )
  }
  const shared = sharedSpeech(store, createCircuits({ now: Date.now, onNews }))
  const speech = createSpeechProviders(installed, shared, installation)
  const modelsOf = createModels(shared.circuits)
  const models = installedModels(env)
  const guard = createAddressGuard({ loopback: env.NODE_ENV !== 'production', trusted: originsOf(env.PARLEY_TRUSTED_ADDRESSES) })
  const providersFor = createProvidersFor({
    installed: { speech: installed, models },
    shared,
    modelsOf,
    chosenBy: (tenantId) => listProviders(db, tenantId),
    guard,
    logger,
  })
  const recordings = recordingsOf(env)
  const { failureLine, waitingLine, resumeLine, timeLimitLine } = settings.parse({})
  const known = [failureLine, waitingLine, resumeLine, timeLimitLine].map((line) => textIn(line, 'en', 'en'))
  const [connection] = await Promise.all([
    NativeConnection.connect({ address: env.TEMPORAL_ADDRESS }),
    speech.prepare(known, { language: 'en', sampleRate: 24_000 }),
    warmUpUnderstanding(modelsOf([], installation).understandingFor(0.5)),
  ])

  const sockets = await takeSockets({
    db,
    connection,
    namespace: env.TEMPORAL_NAMESPACE,
    logger,
    host: env.PARLEY_MEDIA_HOST,
    port: env.PARLEY_MEDIA_PORT,
    url: env.PARLEY_MEDIA_URL,
    slots: env.PARLEY_MEDIA_SLOTS,
  })
  const lateJournals = createLateJournals(logger)
  const carrierAnswers = openCarrierAnswers(db, env.DATABASE_URL, logger)
  const handOver = new AbortController()
  const callsGoOnFor = (ms: number) => void setTimeout(() => handOver.abort(new Error('WORKER_SHUTDOWN')), ms)
  let calls = 0
  const { conductCall } = createMediaActivities({
    db,
    carrierAnswers,
    clock: systemClock,
    logger,
    sockets,
    livekit: { url: env.LIVEKIT_URL, apiKey: env.LIVEKIT_API_KEY, apiSecret: env.LIVEKIT_API_SECRET },
    transferFor: createTransferFor(db, logger, { fetch: guard.fetch, now: Date.now }),
    colleaguesOf: createColleaguesOf({ db, client: sockets.client, processId: sockets.id, sockets, logger }),
    providersFor,
    recordings,
    lateJournals,
    handOver: handOver.signal,
    ...(env.PARLEY_END_OF_TURN_MODEL ? { endOfTurnModel: createEndOfTurnModel() } : {}),
  })
  const activities: MediaActivities = {
    conductCall: (input) => {
      calls += 1
      return conductCall(input).finally(() => {
        calls -= 1
      })
    },
  }
  /** Rooms are joined by whichever process is free; a carrier's socket is in this one. */
  const workers = await Promise.all(
    [taskQueues.media, sockets.taskQueue].map((taskQueue) =>
      Worker.create({
        connection,
        namespace: env.TEMPORAL_NAMESPACE,
        taskQueue,
        activities,
        maxConcurrentActivityTaskExecutions: env.PARLEY_MEDIA_SLOTS,
        maxHeartbeatThrottleInterval: heartbeatEveryMs,
        defaultHeartbeatThrottleInterval: heartbeatEveryMs,
        shutdownGraceTime: retireMs + drainMs,
      }),
    ),
  )
  const speechWorker = await Worker.create({
    connection,
    namespace: env.TEMPORAL_NAMESPACE,
    taskQueue: taskQueues.speech,
    activities: createSpeechActivities({ db, providersFor }),
    maxConcurrentActivityTaskExecutions: 1,
  })
  const all = [...workers, speechWorker]
  const running = Promise.all(all.map((worker) => worker.run()))
  const stopTakingCalls = (leaveAfterMs: number) => {
    callsGoOnFor(leaveAfterMs)
    void sockets.drain()
  }
  const stopWatching = watchForRetirement({
    limitMb: env.PARLEY_WORKER_MB,
    look: async () => {
      const others = (await freeMediaProcesses(db)).filter(({ id }) => id !== sockets.id)
      const residentMb = Math.round(process.memoryUsage().rss / 1_048_576)
      return { residentMb, calls: Math.max(calls, sockets.calls()), othersFree: others.length }
    },
    onRetire: (standing) => {
      logger.info({ ...standing, code: 'WORKER_RETIRES' }, 'this process has grown and makes room for a new one')
      stopTakingCalls(retireMs)
      for (const worker of all) if (worker.getState() === 'RUNNING') worker.shutdown()
    },
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stopWatching()
      stopTakingCalls(drainMs)
    })
  }
  await sockets.open()
  logger.info({ ready: true, slots: env.PARLEY_MEDIA_SLOTS, taskQueue: taskQueues.media, mediaPort: sockets.port }, 'ready')
  const stopLooking = finishLeftRecordings({ db, logger, recordings })
  try {
    await running
  } finally {
    await stopLooking()
    await lateJournals.settled(lateJournalsMs)
    await sockets.drain()
    await sockets.close()
    await carrierAnswers.close()
    await connection.close()
    await closeDb(db)
    logger.info('stopped')
  }
}

main().then(
  // Native parts of the media stack keep threads of their own; all calls are over here.
  () => process.exit(0),
  (error: unknown) => {
    const code = failureCodeOf(error, 'WORKER_FAILED')
    createLogger({ level: 'info', redactPii: true }).fatal(
      { code, reason: error instanceof Error ? error.message : String(error) },
      'the worker stopped',
    )
    process.exit(1)
  },
)
