import type { AttemptOutcome, CampaignSettings } from '@parley/campaigns'
import {
  beginImport,
  closeDb,
  commitImport,
  createCall,
  createCampaign,
  createFlow,
  type Db,
  dueLeads,
  endAttempt,
  finishCall,
  keepDecisions,
  leadsWithAttempts,
  openDb,
  publishFlow,
  queueAttempts,
  reserveLine,
  saveConnection,
  saveNumber,
  setCallStatus,
  setCampaignStatus,
  stageLeads,
  suppressNumber,
} from '@parley/db'
import { templates } from '@parley/flow-runtime/templates'
import { rowsOf, stackVariable } from './stack.ts'

const callerId = '+33123456789'
const noLimits = {
  campaign: 1e4,
  tenant: 1e4,
  connection: 1e4,
  all: 1e6,
  campaignPerSecond: 1e6,
  connectionPerSecond: 1e6,
  lifetimeMs: 600_000,
}
const hourMs = 3_600_000
type Who = { db: Db; tenantId: string; userId: string }

/** Does something with the database of the running stack. */
export async function withDb<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const db = openDb({ url: await stackVariable('DATABASE_URL'), encryptionKey: await stackVariable('PARLEY_ENCRYPTION_KEY') })
  try {
    return await work(db)
  } finally {
    await closeDb(db)
  }
}

/** What a campaign of a workspace calls with: a published flow, and a number of a connection whose keys open nothing. */
async function makeCallable({ db, tenantId, userId }: Who): Promise<Pick<CampaignSettings, 'flowId' | 'flowVersionId' | 'connectionId'>> {
  const flow = await createFlow(db, tenantId, { name: 'Recall after a year', document: templates.threeNodes })
  const published = await publishFlow(db, tenantId, flow.id, { userId })
  const fields = { carrier: 'twilio', name: 'Main line', apiBase: null, maxCalls: 10, callsPerSecond: 1, enabled: true }
  const connection = await saveConnection(db, tenantId, { ...fields, credentials: {} })
  if (!published.ok || !connection.ok) throw new Error('There is nothing to call with.')
  const number = { connectionId: connection.id, number: callerId, name: 'Reception', flowId: null, routing: { hours: [] } }
  await saveNumber(db, tenantId, number)
  return { flowId: flow.id, flowVersionId: published.version.id, connectionId: connection.id }
}

export type StoredCampaigns = { draftId: string; pausedId: string; leads: number; reachedNumber: string; callId: string }

/**
 * Two campaigns of a workspace. One has not begun and may call from 2099 on only, so that starting it dials nobody; one of its leads is on the
 * do-not-call list. The other is paused in the middle: leads reached, not reached, waiting for another attempt, and not called yet.
 */
export async function storeCampaigns(who: Who, { leads = 40 }: { leads?: number } = {}): Promise<StoredCampaigns> {
  const { db, tenantId, userId } = who
  const settings: CampaignSettings = {
    ...(await makeCallable(who)),
    callerId,
    schedule: {
      windows: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
      holidays: { countries: [], contactCountry: false, dates: [] },
    },
    limits: { concurrentCalls: 4, callsPerSecond: 1, maxCallMinutes: 5 },
    retry: { mostAttempts: 3, after: { busy: { delaysMinutes: [60], most: 2, dayPart: 'any' } } },
    machines: 'hangUp',
    consent: 'notRefused',
  }
  const later = { ...settings, schedule: { ...settings.schedule, firstDate: '2099-01-05' } }
  const draftId = (await createCampaign(db, tenantId, { name: 'Spring check-up', settings: later }, { userId })).id
  await importLeads(who, draftId, leads)
  await suppressNumber(db, tenantId, { number: numberOf(3), source: 'asked', reason: draftId })

  const pausedId = (await createCampaign(db, tenantId, { name: 'Yearly recall', settings }, { userId })).id
  await importLeads(who, pausedId, leads, 1_000)
  await setCampaignStatus(db, tenantId, pausedId, 'running')
  const outcomes: AttemptOutcome[] = ['completed', 'completed', 'transferred', 'busy', 'busy', 'noAnswer', 'machine', 'failed', 'hungUp']
  const due = await dueLeads(db, tenantId, pausedId, new Date(), outcomes.length)
  const seen = { at: Date.now() - hourMs, local: { 'Europe/Paris': '2026-11-28 10:00' }, attempts: 0 }
  let reached = { callId: '', number: '' }
  for (const [index, outcome] of outcomes.entries()) {
    const lead = due[index]
    if (!lead) throw new Error('There are too few leads.')
    const decision = { decision: 'call', reason: 'firstCall', attempt: 1, openUntil: Date.now() + 8 * hourMs, seen } as const
    const [attempt] = await queueAttempts(db, tenantId, pausedId, [{ leadId: lead.id, decision }])
    if (!attempt) throw new Error('A lead was not queued.')
    await reserveLine(db, tenantId, { attemptId: attempt.attemptId, connectionId: settings.connectionId, limits: noLimits })
    await storeCall(who, { callId: attempt.callId, settings, outcome })
    const failure = outcome === 'failed' ? { failureCode: 'DIAL_UNKNOWN' } : {}
    await endAttempt(db, tenantId, attempt.attemptId, { outcome, ...failure })
    const after =
      outcome === 'busy'
        ? ({ decision: 'wait', reason: 'retryDelay', until: Date.now() + hourMs, seen } as const)
        : outcome === 'completed' || outcome === 'transferred'
          ? ({ decision: 'finished', outcome: 'reached', reason: 'reached', seen } as const)
          : ({ decision: 'finished', outcome: 'notReached', reason: 'noRetry', seen } as const)
    await keepDecisions(db, tenantId, [{ leadId: lead.id, decision: after }])
    if (index === 0) reached = { callId: attempt.callId, number: await phoneOf(who, lead.id) }
    // The minutes of the last hour in which they were dialled.
    await rowsOf(`UPDATE "Attempt" SET "dialledAt" = now() - $2 * interval '4 minutes' WHERE id = $1`, [attempt.attemptId, index + 1])
  }
  await setCampaignStatus(db, tenantId, pausedId, 'paused')
  return { draftId, pausedId, leads, reachedNumber: reached.number, callId: reached.callId }
}

async function phoneOf({ db, tenantId }: Who, leadId: string): Promise<string> {
  const [lead] = await leadsWithAttempts(db, tenantId, [leadId])
  if (!lead) throw new Error('A lead is gone.')
  return lead.contact.phone
}

const numberOf = (index: number) => `+336${String(10_000_000 + index)}`

async function importLeads({ db, tenantId }: Who, campaignId: string, count: number, from = 0): Promise<void> {
  const { importId } = await beginImport(db, tenantId, campaignId)
  const leads = Array.from({ length: count }, (_, index) => ({
    row: index + 2,
    phone: numberOf(from + index),
    name: '=Ada "Lovelace"',
    zones: [index % 3 === 2 ? 'America/New_York' : 'Europe/Paris'],
    country: 'FR',
    variables: { due: 12 + index },
  }))
  await stageLeads(db, tenantId, importId, { leads, refused: [] })
  await commitImport(db, tenantId, importId)
}

async function storeCall(
  { db, tenantId }: Who,
  { callId, settings: { flowId, flowVersionId }, outcome }: { callId: string; settings: CampaignSettings; outcome: AttemptOutcome },
): Promise<void> {
  const facts = { callId, direction: 'outbound', channel: 'phone', timeZone: 'Europe/Paris' } as const
  await createCall(db, tenantId, { callId, flowId, flowVersionId, channel: 'phone', facts })
  const isAnswered = outcome !== 'busy' && outcome !== 'noAnswer' && outcome !== 'failed'
  if (isAnswered) await setCallStatus(db, tenantId, callId, 'conducting')
  await finishCall(db, tenantId, callId, { outcome })
  if (isAnswered) await rowsOf(`UPDATE "Call" SET "durationMs" = 60000 WHERE id = $1`, [callId])
}
