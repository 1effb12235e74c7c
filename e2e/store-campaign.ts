import {
  beginImport,
  closeDb,
  commitImport,
  createCampaign,
  listFlows,
  openDb,
  saveConnection,
  saveNumber,
  seed,
  setCampaignStatus,
  stageLeads,
} from '@parley/db'
import { rowsOf, stackVariable } from './stack.ts'

type CampaignSettings = Parameters<typeof createCampaign>[2]['settings']

const callerId = '+33155500100'

/** A campaign of the example workspace that is paused half-way, with a number of its own; none of it can be called. */
export async function storeCampaign(): Promise<string> {
  const db = openDb({ url: await stackVariable('DATABASE_URL'), encryptionKey: await stackVariable('PARLEY_ENCRYPTION_KEY') })
  try {
    const { tenantId } = await seed(db)
    const flow = (await listFlows(db, tenantId)).find(({ publishedVersionId }) => publishedVersionId !== null)
    const connection = await saveConnection(db, tenantId, {
      ...{ carrier: 'twilio', name: 'Campaigns', apiBase: null, credentials: {}, maxCalls: 10, callsPerSecond: 1, enabled: false },
    })
    if (!connection.ok || !flow?.publishedVersionId) throw new Error('The example workspace cannot call.')
    await saveNumber(db, tenantId, { connectionId: connection.id, number: callerId, name: 'Recall', flowId: null, routing: { hours: [] } })
    const settings: CampaignSettings = {
      ...{ flowId: flow.id, flowVersionId: flow.publishedVersionId, connectionId: connection.id, callerId },
      schedule: {
        windows: [{ weekdays: [1, 2, 3, 4, 5], from: '10:00', to: '19:00' }],
        lastDate: '2027-01-31',
        holidays: { countries: [], contactCountry: true, dates: [] },
      },
      limits: { concurrentCalls: 5, callsPerSecond: 1, maxCallMinutes: 5 },
      retry: { mostAttempts: 3, after: {} },
      ...{ machines: 'leaveMessage', consent: 'notRefused' },
    }
    const { id } = await createCampaign(db, tenantId, { name: 'Recall in June', settings })
    const { importId } = await beginImport(db, tenantId, id)
    const leads = Array.from({ length: 240 }, (_, index) => ({
      ...{ row: index + 2, phone: `+336${String(10_000_000 + index)}`, zones: ['Europe/Paris'], country: 'FR', variables: {} },
    }))
    await stageLeads(db, tenantId, importId, { leads, refused: [] })
    await commitImport(db, tenantId, importId)
    for (const status of ['running', 'paused'] as const) await setCampaignStatus(db, tenantId, id, status)
    await rowsOf(
      `INSERT INTO "Attempt" (id, "tenantId", "campaignId", "leadId", number, status, "callId", decision, outcome, "dialledAt", "endedAt")
       SELECT gen_random_uuid(), "tenantId", "campaignId", id, 1, 'ended', gen_random_uuid(), '{}', 'completed', now(), now()
       FROM "Lead" WHERE "campaignId" = $1 LIMIT 96`,
      [id],
    )
    return id
  } finally {
    await closeDb(db)
  }
}
