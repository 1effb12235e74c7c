import { randomBytes } from 'node:crypto'
import type { CampaignSettings } from '@parley/campaigns'
import {
  beginImport,
  campaignCounts,
  changeCampaign,
  closeDb,
  commitImport,
  countLines,
  createCampaign,
  createFlow,
  createTenant,
  findCalls,
  findLine,
  getCall,
  getCampaign,
  newId,
  openAttempts,
  openDb,
  publishFlow,
  saveConnection,
  saveNumber,
  setCampaignStatus,
  stageLeads,
  suppressNumber,
} from '@parley/db'
import { templates } from '@parley/flow-runtime/templates'
import { Context } from '@temporalio/activity'
import { Client, type WorkflowHandle } from '@temporalio/client'
import { Worker } from '@temporalio/worker'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginAttemptWith } from '../activities/begin-attempts.ts'
import { createCampaignActivities } from '../activities/campaign-activities.ts'
import { createLineActivities } from '../activities/lines/line-activities.ts'
import type { LineCarrier } from '../activities/lines/line-carrier.ts'
import { reportAttemptTo } from '../activities/report-attempt.ts'
import {
  type CampaignState,
  type ConductInput,
  type ConductResult,
  callWorkflowId,
  campaignStartOptions,
  campaignStateQuery,
  campaignUpdates,
  campaignWorkflowType,
  mediaArrivedSignal,
  taskQueues,
} from '../contract.ts'
import { testEnv } from './env.ts'
import { openTemporalServer, type TemporalServer } from './temporal-server.ts'
import { bundleWorkflows } from './workflow-bundle.ts'

const db = openDb({ url: testEnv().DATABASE_URL ?? '', encryptionKey: randomBytes(32).toString('base64') })
let server: TemporalServer
let stop: () => Promise<void>

beforeAll(async () => {
  server = await openTemporalServer()
  const workflowBundle = await bundleWorkflows()
  const logger = pino({ level: 'silent' })
  const carrierFor = () => answering
  const lines = createLineActivities({ db, logger, carrierFor })
  const activities = {
    ...createCampaignActivities({
      db,
      logger,
      carrierFor,
      capacity: async () => 1_000,
      report: reportAttemptTo(server.client),
      begin: beginAttemptWith(new Client({ connection: server.connection })),
      endLine: lines.endLine,
    }),
    ...lines,
  }
  const common = { connection: server.connection, namespace: 'default' }
  const workers = [
    await Worker.create({ ...common, taskQueue: taskQueues.calls, workflowBundle, activities }),
    await Worker.create({ ...common, taskQueue: taskQueues.mediaOf('here'), activities: { conductCall } }),
  ]
  const running = workers.map((worker) => worker.run())
  stop = async () => {
    for (const worker of workers) worker.shutdown()
    await Promise.all(running)
  }
})
afterAll(async () => {
  await stop?.()
  await server?.close()
  await closeDb(db)
})

/** A carrier whose every call is answered at once and whose socket is in this process. */
const answering: LineCarrier = {
  async dial({ reference }) {
    await server.client.workflow.getHandle(callWorkflowId(reference)).signal(mediaArrivedSignal, { taskQueue: taskQueues.mediaOf('here') })
    return { outcome: 'placed', carrierCallId: `CA${reference}` }
  },
  find: async () => undefined,
  hangUp: async () => true,
}

/** A conversation lasts what its limit has beyond whole half minutes, and is completed; one of half a minute fails. */
async function conductCall({ maxCallMs }: ConductInput): Promise<ConductResult> {
  if (maxCallMs === 30_000) return { outcome: 'failed', failureCode: 'CARRIER_UNREACHABLE', durationMs: 0 }
  const durationMs = maxCallMs % 30_000
  const sleeping = setInterval(() => Context.current().heartbeat(), 200)
  await new Promise((resolve) => setTimeout(resolve, durationMs))
  clearInterval(sleeping)
  return { outcome: 'completed', durationMs }
}

/** A campaign of a tenant of its own. A call lasts what is left of `maxCallMinutes` after half minutes. */
async function startCampaign(leads: number, limits: Partial<CampaignSettings['limits']> = {}, longestHistory?: number) {
  const owner = { email: `owner-${newId()}@example.test`, name: 'Owner' }
  const services = [{ name: 'Cleaning', durationMin: 30 }]
  const { tenantId } = await createTenant(db, { name: 'Practice', timeZone: 'Europe/Paris', owner, services, openingHours: [] })
  const flow = await createFlow(db, tenantId, { name: 'Recall', document: templates.appointment })
  const published = await publishFlow(db, tenantId, flow.id, {})
  if (!published.ok) throw new Error('The flow was not published.')
  const carrier = { carrier: 'twilio', name: 'Main', apiBase: null, maxCalls: 1_000, callsPerSecond: 1_000, enabled: true }
  const connection = await saveConnection(db, tenantId, { ...carrier, credentials: {} })
  if (!connection.ok) throw new Error(connection.code)
  const callerId = '+33140000000'
  const saved = await saveNumber(db, tenantId, {
    connectionId: connection.id,
    number: callerId,
    name: '',
    flowId: null,
    routing: { hours: [] },
  })
  if (!saved.ok) throw new Error(saved.code)
  const settings: CampaignSettings = {
    flowId: flow.id,
    flowVersionId: published.version.id,
    connectionId: connection.id,
    callerId,
    schedule: {
      windows: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
      holidays: { countries: [], contactCountry: false, dates: [] },
    },
    limits: { concurrentCalls: 20, callsPerSecond: 500, maxCallMinutes: 1, ...limits },
    retry: { mostAttempts: 1, after: { busy: { delaysMinutes: [1], most: 1, dayPart: 'any' } } },
    machines: 'hangUp',
    consent: 'notRefused',
  }
  const { id: campaignId } = await createCampaign(db, tenantId, { name: 'Recall', settings })
  const add = async (from: number, count: number) => {
    const { importId } = await beginImport(db, tenantId, campaignId)
    const rows = Array.from({ length: count }, (_, index) => ({
      row: index + 2,
      phone: phone(from + index),
      zones: ['Europe/Paris'],
      country: 'FR',
      variables: { score: from + index },
    }))
    await stageLeads(db, tenantId, importId, { leads: rows, refused: [] })
    await commitImport(db, tenantId, importId)
  }
  await add(0, leads)
  await setCampaignStatus(db, tenantId, campaignId, 'running')
  const input = { tenantId, campaignId, flowId: flow.id, concurrentCalls: settings.limits.concurrentCalls, longestHistory }
  const begin = () => server.client.workflow.start(campaignWorkflowType, campaignStartOptions(input))
  const switchLine = (enabled: boolean) => saveConnection(db, tenantId, { ...carrier, id: connection.id, enabled })
  return { tenantId, campaignId, settings, connectionId: connection.id, add, begin, switchLine }
}

const phone = (index: number) => `+336${String(10_000_000 + index)}`
const state = (handle: WorkflowHandle) => handle.query<CampaignState>(campaignStateQuery)
const update = (handle: WorkflowHandle, name: keyof typeof campaignUpdates) =>
  handle.executeUpdate<CampaignState, []>(campaignUpdates[name])

test('every lead is called once, nobody who may not be, and all lines are given back', async () => {
  const { tenantId, campaignId, connectionId, begin } = await startCampaign(40)
  await suppressNumber(db, tenantId, { number: phone(7), source: 'asked' })
  const handle = await begin()
  expect(await handle.result()).toMatchObject({ status: 'finished', started: 39, inFlight: 0, outcomes: { completed: 39 } })
  expect(await campaignCounts(db, tenantId, campaignId)).toEqual(
    expect.arrayContaining([
      { status: 'finished', outcome: 'reached', leads: 39 },
      { status: 'finished', outcome: 'doNotCall', leads: 1 },
    ]),
  )
  expect([await countLines(db, tenantId), await openAttempts(db, tenantId, campaignId)]).toEqual([0, []])
  const [call] = await findCalls(db, tenantId, { order: { by: 'startedAt', isDescending: true }, limit: 1 })
  const callId = call?.id ?? ''
  expect(await findLine(db, tenantId, callId)).toMatchObject({
    connectionId,
    number: '+33140000000',
    direction: 'outbound',
    state: 'placed',
  })
  expect(await getCall(db, tenantId, callId)).toMatchObject({ channel: 'phone', facts: { lead: { score: expect.any(Number) } } })
  expect((await getCampaign(db, tenantId, campaignId))?.status).toBe('finished')
}, 400_000)

test('pausing lets no further call begin, resuming goes on, new leads are called while it runs, stopping ends it', async () => {
  const { tenantId, campaignId, settings, add, begin } = await startCampaign(30, { concurrentCalls: 2, maxCallMinutes: 1.005 })
  const handle = await begin()
  await expect.poll(async () => (await state(handle)).started, { timeout: 200_000 }).toBeGreaterThan(2)
  await expect(update(handle, 'resume')).rejects.toMatchObject({ cause: { type: 'CAMPAIGN_NOT_PAUSED' } })
  await update(handle, 'pause')
  await expect(update(handle, 'pause')).rejects.toMatchObject({ cause: { type: 'CAMPAIGN_PAUSED' } })
  await expect.poll(async () => (await state(handle)).inFlight, { timeout: 200_000 }).toBe(0)
  const { started } = await state(handle)
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(await state(handle)).toMatchObject({ status: 'paused', started })
  await add(100, 5)
  const limits = { ...settings.limits, concurrentCalls: 6, maxCallMinutes: 1.05 }
  await changeCampaign(db, tenantId, campaignId, { name: 'Recall', settings: { ...settings, limits } })
  await update(handle, 'resume')
  await update(handle, 'addLeads')
  await expect.poll(async () => (await state(handle)).started, { timeout: 200_000 }).toBeGreaterThan(started + 1)
  await expect.poll(async () => (await state(handle)).inFlight, { timeout: 200_000 }).toBeGreaterThan(2)
  await update(handle, 'stop')
  expect(await handle.result()).toMatchObject({ status: 'stopped' })
  await expect.poll(() => countLines(db, tenantId), { timeout: 200_000 }).toBe(0)
  expect((await getCampaign(db, tenantId, campaignId))?.status).toBe('stopped')
  await expect(update(handle, 'pause')).rejects.toThrow()
}, 400_000)

test('a campaign whose connection is switched off waits and calls nobody, and goes on when it is on again', async () => {
  const { begin, switchLine } = await startCampaign(3)
  await switchLine(false)
  const handle = await begin()
  await update(handle, 'addLeads')
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(await state(handle)).toMatchObject({ status: 'running', started: 0 })
  await switchLine(true)
  await update(handle, 'addLeads')
  expect(await handle.result()).toMatchObject({ status: 'finished', outcomes: { completed: 3 } })
}, 400_000)

test('a campaign goes on in new runs, with calls under way, and forgets nobody', async () => {
  const { tenantId, campaignId, begin } = await startCampaign(40, { concurrentCalls: 5, maxCallMinutes: 1.002 }, 80)
  const handle = await begin()
  expect(await handle.result()).toMatchObject({ status: 'finished', started: 40, inFlight: 0, outcomes: { completed: 40 } })
  const first = server.client.workflow.getHandle(handle.workflowId, handle.firstExecutionRunId, { followRuns: false })
  expect((await first.describe()).status.name).toBe('CONTINUED_AS_NEW')
  expect([await countLines(db, tenantId), await openAttempts(db, tenantId, campaignId)]).toEqual([0, []])
}, 400_000)

test('an attempt that finds no line at once waits for one', async () => {
  const { tenantId, begin } = await startCampaign(12, { callsPerSecond: 4 })
  const handle = await begin()
  expect(await handle.result()).toMatchObject({ status: 'finished', started: 12, outcomes: { completed: 12 } })
  expect(await countLines(db, tenantId)).toBe(0)
}, 400_000)

test('a campaign whose carrier fails pauses itself and the one beside it; resumed it goes on, and is paused no sooner than before', async () => {
  const { tenantId, campaignId, settings, begin } = await startCampaign(60, { maxCallMinutes: 0.5, concurrentCalls: 5 })
  const { id: besideId } = await createCampaign(db, tenantId, {
    name: 'Beside',
    settings: { ...settings, pauseWhen: { attempts: 200, failed: 1 } },
  })
  await setCampaignStatus(db, tenantId, besideId, 'running')
  const handle = await begin()
  const paused = async () => (await getCampaign(db, tenantId, campaignId))?.pausedBecause?.code
  await expect.poll(paused, { timeout: 200_000 }).toBe('CONNECTION_MANY_FAILURES')
  await expect.poll(async () => (await state(handle)).status, { timeout: 200_000 }).toBe('paused')
  await expect.poll(async () => (await state(handle)).inFlight, { timeout: 200_000 }).toBe(0)
  const { outcomes } = await state(handle)
  expect(outcomes.failed).toBeGreaterThanOrEqual(20)
  expect(outcomes.failed).toBeLessThan(30)
  expect(await countLines(db, tenantId)).toBe(0)
  expect(await getCampaign(db, tenantId, besideId)).toMatchObject({ status: 'paused', pausedBecause: { code: 'CONNECTION_MANY_FAILURES' } })

  await update(handle, 'resume')
  expect(await getCampaign(db, tenantId, campaignId)).toMatchObject({ status: 'running', pausedBecause: null })
  await expect.poll(paused, { timeout: 200_000 }).toBe('CONNECTION_MANY_FAILURES')
  await expect.poll(async () => (await state(handle)).inFlight, { timeout: 200_000 }).toBe(0)
  expect((await state(handle)).outcomes.failed).toBeGreaterThanOrEqual(40)
  await expect.poll(async () => (await state(handle)).status, { timeout: 200_000 }).toBe('paused')
  await update(handle, 'stop')
  expect(await handle.result()).toMatchObject({ status: 'stopped' })
}, 600_000)

test('what a campaign wants done with machines is told to its calls, which are found by their campaign', async () => {
  const { tenantId, campaignId, begin } = await startCampaign(1)
  await (await begin()).result()
  const [call] = await findCalls(db, tenantId, { order: { by: 'startedAt', isDescending: true }, limit: 1 })
  expect(await getCall(db, tenantId, call?.id ?? '')).toMatchObject({ facts: { machines: 'hangUp' } })
  const query = `campaignId = '${campaignId}' AND callId = '${call?.id}' AND WorkflowType = 'attemptWorkflow'`
  const found = async () => {
    const ids: string[] = []
    for await (const { workflowId } of server.client.workflow.list({ query })) ids.push(workflowId)
    return ids
  }
  await expect.poll(found, { timeout: 100_000 }).toEqual([callWorkflowId(call?.id ?? '')])
}, 400_000)
