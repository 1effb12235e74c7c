import type { CampaignSettings } from '@parley/campaigns'
import {
  beginImport,
  closeDb,
  commitImport,
  createCampaign,
  createFlow,
  createTenant,
  type Db,
  newId,
  openDb,
  publishFlow,
  saveConnection,
  saveNumber,
  setCampaignStatus,
  stageLeads,
} from '@parley/db'
import { templates } from '@parley/flow-runtime/templates'
import { type CampaignInput, campaignStartOptions, campaignWorkflowType } from '@parley/temporal/contract'
import { startThrowawayStack } from '@parley/tools'
import { Client, Connection } from '@temporalio/client'
import { startSimulatorProcess, startWaitingWorker } from './child-program.ts'

/** The number that is shown to whoever is called. */
export const callerId = '+33140000000'
const services = [{ name: 'Cleaning', durationMin: 30 }]
const slots = 1_000
const always = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }
/** Of the lead with this index. */
export const numberOf = (index: number) => `+336${String(10_000_000 + index)}`
type CampaignOrder = { concurrentCalls: number; callsPerSecond?: number; windows?: CampaignSettings['schedule']['windows'] }

/** The product without a browser, its servers and a simulated carrier, all on loopback and in processes of their own. Calls are answered, and conducted without a word. */
export async function startCampaignProduct(onProgress: (line: string) => void, { register }: { register?: string } = {}) {
  const carrier = await startSimulatorProcess({ callerId, ...(register === undefined ? {} : { register }) })
  const started: (() => Promise<unknown>)[] = [carrier.kill]
  const stop = async () => {
    for (const end of started.splice(0).reverse()) await end()
  }
  try {
    const stack = await startThrowawayStack('campaigns', {
      parts: ['postgres', 'temporal', 'temporalWorker', 'web'],
      onProgress,
      extraEnv: { ...noRooms, PARLEY_TRUSTED_ADDRESSES: carrier.apiBase },
    })
    started.push(stack.stop)
    const { DATABASE_URL: url = '', PARLEY_ENCRYPTION_KEY: encryptionKey = '', TEMPORAL_ADDRESS: address = '' } = stack.env
    const db = openDb({ url, encryptionKey })
    started.push(() => closeDb(db))
    const worker = await startWaitingWorker(stack.env, { slots, talkMs: 0 })
    started.push(worker.kill)
    const connection = await Connection.connect({ address })
    started.push(() => connection.close())
    const client = new Client({ connection })
    const tenant = await createCallingTenant(db, carrier)
    return { stack, db, client, carrier, worker, stop, ...tenant }
  } catch (error) {
    await stop()
    throw error
  }
}
export type CampaignProduct = Awaited<ReturnType<typeof startCampaignProduct>>

/** No call is made in a room here. */
const noRooms = { LIVEKIT_URL: 'ws://127.0.0.1:9', LIVEKIT_API_KEY: 'none', LIVEKIT_API_SECRET: 'none' }

async function createCallingTenant(db: Db, { apiBase, credentials }: { apiBase: string; credentials: object }) {
  const owner = { email: `owner-${newId()}@example.test`, name: 'Owner' }
  const { tenantId } = await createTenant(db, { name: 'Practice', timeZone: 'Europe/Paris', owner, services, openingHours: [] })
  const { id: flowId } = await createFlow(db, tenantId, { name: 'Recall', document: templates.appointment })
  const published = await publishFlow(db, tenantId, flowId, {})
  if (!published.ok) throw new Error('The flow was not published.')
  const flowVersionId = published.version.id
  const line = { carrier: 'twilio', name: 'Main', maxCalls: slots, callsPerSecond: 500, enabled: true }
  const connection = await saveConnection(db, tenantId, { ...line, apiBase, credentials: { ...credentials } })
  if (!connection.ok) throw new Error(connection.code)
  const { id: connectionId } = connection
  const saved = await saveNumber(db, tenantId, { connectionId, number: callerId, name: '', flowId: null, routing: { hours: [] } })
  if (!saved.ok) throw new Error(saved.code)

  /** A campaign in the database, without leads. Its windows are open unless told otherwise. */
  async function addCampaign({ concurrentCalls, callsPerSecond = 500, windows = [always] }: CampaignOrder) {
    const settings: CampaignSettings = {
      flowId,
      flowVersionId,
      connectionId,
      callerId,
      schedule: { windows, holidays: { countries: [], contactCountry: false, dates: [] } },
      limits: { concurrentCalls, callsPerSecond, maxCallMinutes: 1 },
      retry: { mostAttempts: 1, after: {} },
      machines: 'hangUp',
      consent: 'notRefused',
    }
    return (await createCampaign(db, tenantId, { name: 'Recall', settings })).id
  }

  /** A campaign that runs but for its workflow: with a lead for each of these zones, whose numbers nobody else in it has. */
  async function readyCampaign(order: CampaignOrder, zones: readonly string[]) {
    const campaignId = await addCampaign(order)
    const { importId } = await beginImport(db, tenantId, campaignId)
    const rows = zones.map((zone, index) => ({
      row: index + 2,
      phone: numberOf(index),
      zones: [zone],
      country: 'FR',
      variables: { due: index },
    }))
    await stageLeads(db, tenantId, importId, { leads: rows, refused: [] })
    await commitImport(db, tenantId, importId)
    await setCampaignStatus(db, tenantId, campaignId, 'running')
    const input: CampaignInput = { tenantId, campaignId, flowId, concurrentCalls: order.concurrentCalls }
    return { campaignId, start: (client: Client) => client.workflow.start(campaignWorkflowType, campaignStartOptions(input)) }
  }
  return { tenantId, connectionId, addCampaign, readyCampaign }
}
