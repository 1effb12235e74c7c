import type { CampaignSettings, Decision } from '@parley/campaigns'
import {
  beginImport,
  commitImport,
  createCampaign,
  type Db,
  dueLeads,
  queueAttempts,
  saveConnection,
  saveNumber,
  setCampaignStatus,
  stageLeads,
} from '../src/index.ts'
import { createTestCall } from './create-test-call.ts'

let callerIds = 0

/** A campaign that runs, with leads whose numbers nobody else has. */
export async function createTestCampaign(db: Db, tenantId: string, { leads = 0, phones }: { leads?: number; phones?: string[] } = {}) {
  const { flowId, flowVersionId } = await createTestCall(db, tenantId)
  const carrier = { carrier: 'twilio', name: 'Main', apiBase: null, maxCalls: 1_000, callsPerSecond: 1_000, enabled: true, credentials: {} }
  const connection = await saveConnection(db, tenantId, carrier)
  if (!connection.ok) throw new Error(connection.code)
  const { id: connectionId } = connection
  callerIds += 1
  const callerId = `+3314${String(1_000_000 + callerIds)}`
  await saveNumber(db, tenantId, { connectionId, number: callerId, name: '', flowId: null, routing: { hours: [] } })
  const settings: CampaignSettings = {
    flowId,
    flowVersionId,
    connectionId,
    callerId,
    schedule: {
      windows: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
      holidays: { countries: [], contactCountry: false, dates: [] },
    },
    limits: { concurrentCalls: 5, callsPerSecond: 100, maxCallMinutes: 5 },
    retry: { mostAttempts: 3, after: { busy: { delaysMinutes: [1], most: 2, dayPart: 'any' } } },
    machines: 'hangUp',
    consent: 'notRefused',
  }
  const { id: campaignId } = await createCampaign(db, tenantId, { name: 'Recall', settings })
  const numbers = phones ?? Array.from({ length: leads }, (_, index) => `+336${String(10_000_000 + index)}`)
  const { importId } = await beginImport(db, tenantId, campaignId)
  const rows = numbers.map((phone, index) => ({ row: index + 2, phone, zones: ['Europe/Paris'], country: 'FR', variables: {} }))
  await stageLeads(db, tenantId, importId, { leads: rows, refused: [] })
  await commitImport(db, tenantId, importId)
  await setCampaignStatus(db, tenantId, campaignId, 'running')
  return { campaignId, settings, connectionId }
}

export const callNow: Extract<Decision, { decision: 'call' }> = {
  decision: 'call',
  reason: 'firstCall',
  attempt: 1,
  openUntil: Date.parse('2100-01-01'),
  seen: { at: 0, local: {}, attempts: 0 },
}

/** An attempt for each lead of a campaign that waits. */
export async function queueAll(db: Db, tenantId: string, campaignId: string) {
  const due = await dueLeads(db, tenantId, campaignId, new Date(Date.now() + 1_000), 1_000)
  return queueAttempts(
    db,
    tenantId,
    campaignId,
    due.map(({ id: leadId }) => ({ leadId, decision: callNow })),
  )
}
