import { templates } from '@parley/flow-runtime/templates'
import { createCall, createFlow, type Db, newId, publishFlow } from '../src/index.ts'

/** A call of a published flow. */
export async function createTestCall(db: Db, tenantId: string): Promise<{ callId: string; flowId: string; flowVersionId: string }> {
  const flow = await createFlow(db, tenantId, { name: 'Front desk', document: templates.appointment })
  const published = await publishFlow(db, tenantId, flow.id, {})
  if (!published.ok) throw new Error(JSON.stringify(published))
  const ids = { callId: newId(), flowId: flow.id, flowVersionId: published.version.id }
  const facts = {
    callId: ids.callId,
    direction: 'inbound',
    channel: 'browser',
    timeZone: 'Europe/Paris',
    contact: { name: 'Ada Lovelace', phone: '+33612345678' },
  } as const
  await createCall(db, tenantId, { ...ids, channel: 'browser', facts })
  return ids
}
