import type { CampaignSettings } from '@parley/campaigns/settings'
import { createFlow, publishFlow, saveConnection, saveNumber } from '@parley/db'
import { templates } from '@parley/flow-runtime/templates'
import { database } from '../database.ts'

const callerId = '+33123456789'

/** For tests: what a campaign of a tenant needs to be able to call, made, and settings that name it. */
export async function callableSettings(tenantId: string): Promise<CampaignSettings> {
  const db = database()
  const flow = await createFlow(db, tenantId, { name: 'Front desk', document: templates.threeNodes })
  const published = await publishFlow(db, tenantId, flow.id, {})
  if (!published.ok) throw new Error(JSON.stringify(published))
  const connection = await saveConnection(db, tenantId, {
    ...{ carrier: 'twilio', name: 'Main', apiBase: null, credentials: {}, maxCalls: 5, callsPerSecond: 1, enabled: true },
  })
  if (!connection.ok) throw new Error(connection.code)
  await saveNumber(db, tenantId, { connectionId: connection.id, number: callerId, name: '', flowId: null, routing: { hours: [] } })
  return {
    ...{ flowId: flow.id, flowVersionId: published.version.id, connectionId: connection.id, callerId },
    schedule: {
      windows: [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '19:00' }],
      holidays: { countries: [], contactCountry: true, dates: [] },
    },
    limits: { concurrentCalls: 2, callsPerSecond: 1, maxCallMinutes: 5 },
    retry: { mostAttempts: 3, after: {} },
    ...{ machines: 'hangUp', consent: 'notRefused' },
  }
}
