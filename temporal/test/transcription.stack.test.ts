import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  appendJournal,
  closeDb,
  createCall,
  createFlow,
  createTenant,
  type Db,
  getTranscription,
  newId,
  openDb,
  publishFlow,
  saveProvider,
  saveRecording,
} from '@parley/db'
import { templates } from '@parley/flow-runtime/templates'
import { createAddressGuard } from '@parley/net-guard'
import { openRecordingStore, type RecordingStore } from '@parley/recordings'
import { type DeepgramRecordingsStandIn, deepgramRecordingsStandIn } from '@parley/testing'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { Worker, type WorkflowBundle } from '@temporalio/worker'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { placeOf } from '../activities/transcription/place-of.ts'
import { createTranscriptionActivities, type TranscriptionDeps } from '../activities/transcription/transcription-activities.ts'
import { type TranscriptionResult, taskQueues, transcriptionStartOptions, transcriptionWorkflowType } from '../contract.ts'
import { readEnv } from '../env.ts'
import { soundFile } from './sound-file.ts'
import { openTemporalServer, type TemporalServer } from './temporal-server.ts'
import { bundleWorkflows } from './workflow-bundle.ts'

const words = 'Ich heisse Ada Lovelace'
const heard = { speaker: 'contact', text: words, startMs: 500, endMs: 1_500, confidence: 0.97 } as const

let server: TemporalServer
let bundle: WorkflowBundle
let db: Db
let vendor: DeepgramRecordingsStandIn
let folder: string
let store: RecordingStore
let version: { id: string; flowId: string }
let tenantId: string
const log: string[] = []
let stop: (() => Promise<void>) | undefined

beforeAll(async () => {
  db = openDb({ url: readEnv().DATABASE_URL, encryptionKey: randomBytes(32).toString('base64') })
  server = await openTemporalServer()
  bundle = await bundleWorkflows()
  vendor = await deepgramRecordingsStandIn([{ channel: 0, start: 0.5, end: 1.5, transcript: words }])
  folder = await mkdtemp(join(tmpdir(), 'parley-transcription-'))
  store = openRecordingStore({ PARLEY_RECORDINGS_DIR: folder })
  await writeFile(join(folder, 'a-call.ogg'), await soundFile())
})
afterAll(async () => {
  await server?.close()
  await vendor?.close()
  await closeDb(db)
  await rm(folder, { recursive: true })
})
beforeEach(async () => {
  vendor.setFault(null)
  vendor.requests.length = 0
  const owner = { email: `${newId()}@example.test`, name: 'Owner' }
  const services = [{ name: 'Cleaning', durationMin: 30 }]
  ;({ tenantId } = await createTenant(db, { name: 'Practice', timeZone: 'Europe/Paris', owner, services, openingHours: [] }))
  const flow = await createFlow(db, tenantId, { name: 'Front desk', document: templates.appointment })
  const published = await publishFlow(db, tenantId, flow.id, {})
  if (!published.ok) throw new Error(JSON.stringify(published))
  version = published.version
})
afterEach(() => stop?.())

/** A process that transcribes. */
async function work(deps: Partial<TranscriptionDeps> = {}) {
  const logger = pino({ level: 'trace' }, { write: (line: string) => void log.push(line) })
  const worker = await Worker.create({
    ...{ connection: server.connection, namespace: 'default', taskQueue: taskQueues.calls, workflowBundle: bundle },
    activities: createTranscriptionActivities({ db, store, guard: createAddressGuard({ loopback: true }), logger, ...deps }),
  })
  const running = worker.run()
  stop = async () => {
    stop = undefined
    worker.shutdown()
    await running
  }
}

async function recordedCall(path = 'a-call.ogg') {
  const callId = newId()
  const facts = { callId, direction: 'inbound', channel: 'browser', timeZone: 'Europe/Paris' } as const
  await createCall(db, tenantId, { callId, flowId: version.flowId, flowVersionId: version.id, channel: 'browser', facts })
  await saveRecording(db, tenantId, callId, { path, startedAt: new Date(), seconds: 2, peaks: { contact: [1], agent: [1] } })
  return callId
}
const ownProvider = () =>
  saveProvider(db, tenantId, {
    ...{ kind: 'recognition', vendor: 'deepgram', name: 'Ears', languages: [], enabled: true, apiKey: vendor.apiKey },
    settings: { url: vendor.url },
  })
const start = (callId: string) => server.client.workflow.start(transcriptionWorkflowType, transcriptionStartOptions({ tenantId, callId }))
const transcribe = async (callId: string): Promise<TranscriptionResult> => (await start(callId)).result()

test('a recording is heard by the provider of its tenant, which may fail twice, and no word is in the history or the log', async () => {
  await ownProvider()
  await work()
  vendor.setFault('error500', 2)
  const callId = await recordedCall()
  await appendJournal(db, tenantId, callId, [
    {
      ...{ seq: 1, at: 1_800_000_000_000, kind: 'event' },
      event: { type: 'contactSaid', at: 1_800_000_000_000, effectId: 'e1', text: words, confidence: 1, language: 'fr' },
    },
  ])
  const handle = await start(callId)
  expect(await handle.result()).toEqual({ outcome: 'done', turns: 1 })
  expect(await getTranscription(db, tenantId, callId)).toMatchObject({ vendor: 'deepgram', language: 'fr', turns: [heard] })
  expect(vendor.requests.map(({ query }) => query.get('language'))).toEqual(['fr', 'fr', 'fr'])
  const history = historyToJSON(await handle.fetchHistory())
  const payloads = [...history.matchAll(/"data":\s*"([^"]+)"/g)].map(([, data = '']) => Buffer.from(data, 'base64').toString())
  expect(payloads.join()).toContain(callId)
  expect(log.join()).toContain('RECOGNITION_UNAVAILABLE')
  for (const secret of ['Ada', 'Lovelace', vendor.apiKey]) expect([history, ...payloads, ...log].join()).not.toContain(secret)
})

test('a key that is refused fails at once and leaves what was kept; another try may succeed', async () => {
  await ownProvider()
  await work()
  const callId = await recordedCall()
  await transcribe(callId)
  vendor.setFault('unauthorized')
  expect(await transcribe(callId)).toEqual({ outcome: 'failed', failureCode: 'RECOGNITION_UNAUTHORIZED' })
  expect(vendor.requests).toHaveLength(2)
  expect((await getTranscription(db, tenantId, callId))?.turns).toEqual([heard])
  vendor.setFault(null)
  expect(await transcribe(callId)).toEqual({ outcome: 'done', turns: 1 })
})

test('who has no key of their own falls back on that of the installation, and without one nothing is sent', async () => {
  await work()
  const callId = await recordedCall()
  expect(await transcribe(callId)).toEqual({ outcome: 'failed', failureCode: 'TRANSCRIBER_MISSING' })
  await stop?.()
  await work({ installed: placeOf(vendor.apiKey, { url: vendor.url, model: 'flux-general-en' }) })
  expect(await transcribe(callId)).toEqual({ outcome: 'done', turns: 1 })
  expect(vendor.requests.map(({ query }) => query.get('model'))).toEqual(['nova-3'])
})

test('a recording that is not there (any more) is no reason to go on', async () => {
  await ownProvider()
  await work()
  const missing = { outcome: 'failed', failureCode: 'RECORDING_NOT_FOUND' }
  expect(await transcribe(await recordedCall('elsewhere.ogg'))).toEqual(missing)
  expect(await transcribe(newId())).toEqual(missing)
  expect(vendor.requests).toEqual([])
})

test('who asks while it is being done gets the same run; a limit of the vendor is waited for', async () => {
  await ownProvider()
  const callId = await recordedCall()
  vendor.setFault('rateLimited', 1)
  const first = await start(callId)
  const second = await start(callId)
  expect(second.firstExecutionRunId).toBe(first.firstExecutionRunId)
  await work()
  expect(await second.result()).toEqual({ outcome: 'done', turns: 1 })
  expect(vendor.requests).toHaveLength(2)
})

test('an address that became private is not called', async () => {
  await ownProvider()
  await work({ guard: { refusal: async () => 'PRIVATE_ADDRESS' } })
  expect(await transcribe(await recordedCall())).toEqual({ outcome: 'failed', failureCode: 'PROVIDER_ADDRESS_REFUSED' })
  expect(vendor.requests).toHaveLength(0)
})

test('one that is slow is given up after its time, and asked again', async () => {
  await ownProvider()
  await work({ withinMs: 2_000 })
  vendor.setFault({ slowMs: 60_000 }, 1)
  expect(await transcribe(await recordedCall())).toEqual({ outcome: 'done', turns: 1 })
  expect(vendor.requests).toHaveLength(2)
})
