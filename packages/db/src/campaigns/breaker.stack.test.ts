import { usualPauseWhen } from '@parley/campaigns'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { createTestCampaign, queueAll } from '../../test/create-test-campaign.ts'
import { createTestTenant, openAdminDb, openTestDb } from '../../test/open-test-db.ts'
import {
  type AttemptEnd,
  closeDb,
  createCall,
  endAttempt,
  finishCall,
  getCampaign,
  selfPausedCampaigns,
  setCallStatus,
  setCampaignStatus,
  watchAttempts,
} from '../index.ts'

const db = openTestDb()
const admin = openAdminDb()
let tenantId: string
let made = 0
beforeEach(async () => {
  tenantId = (await createTestTenant(db)).tenantId
})
afterAll(async () => {
  await closeDb(db)
  await closeDb(admin)
})

const { attempts: window } = usualPauseWhen
const failed: AttemptEnd = { outcome: 'failed', failureCode: 'FLOW_FAILED' }
const unreachable: AttemptEnd = { outcome: 'failed', failureCode: 'CARRIER_UNREACHABLE' }

/** A campaign with an attempt for each lead; `connectionId`: that of another one. */
async function campaign(leads: number, connectionId?: string) {
  made += 1
  const phones = Array.from({ length: leads }, (_, at) => `+336${String(made * 100_000 + at).padStart(8, '0')}`)
  const { campaignId, settings } = await createTestCampaign(db, tenantId, { phones })
  if (connectionId) await admin.prisma.campaign.update({ where: { id: campaignId }, data: { settings: { ...settings, connectionId } } })
  const attempts = await queueAll(db, tenantId, campaignId)
  let ended = 0
  return {
    id: campaignId,
    settings,
    connectionId: settings.connectionId,
    end: async (end: AttemptEnd, count: number) => {
      for (let left = count; left > 0; left -= 1) await endAttempt(db, tenantId, attempts[ended++]?.attemptId ?? '', end)
      return watchAttempts(db, tenantId, campaignId)
    },
    next: () => attempts[ended],
    read: () => getCampaign(db, tenantId, campaignId),
  }
}

test('a campaign whose calls fail pauses itself once, says why, and is watched anew when it is resumed', async () => {
  const { id, end, read } = await campaign(3 * window)
  expect(await end(failed, window - 1)).toBeUndefined()
  expect(await end(failed, 1)).toEqual({ code: 'CAMPAIGN_MANY_FAILURES', campaignIds: [id] })
  expect(await read()).toMatchObject({ status: 'paused', pausedBecause: { code: 'CAMPAIGN_MANY_FAILURES', at: expect.any(Date) } })
  expect(await selfPausedCampaigns(db, tenantId)).toMatchObject([{ id, name: 'Recall', pausedBecause: { code: 'CAMPAIGN_MANY_FAILURES' } }])
  expect(await end(failed, 1)).toBeUndefined()

  expect(await setCampaignStatus(db, tenantId, id, 'running')).toBe(true)
  expect(await read()).toMatchObject({ status: 'running', pausedBecause: null })
  expect(await end(failed, window / 2)).toBeUndefined()
  expect(await setCampaignStatus(db, tenantId, id, 'paused')).toBe(true)
  expect([(await read())?.pausedBecause, await selfPausedCampaigns(db, tenantId)]).toEqual([null, []])
})

test('machines and those who hang up at once are counted, calls of some length are not', async () => {
  const machines = await campaign(window)
  expect(await machines.end({ outcome: 'machine' }, window)).toMatchObject({ code: 'CAMPAIGN_MANY_MACHINES' })

  const short = await campaign(2 * window)
  const hangsUp = async (seconds: number) => {
    const callId = short.next()?.callId ?? ''
    const { flowId, flowVersionId } = short.settings
    const facts = { callId, direction: 'outbound', channel: 'phone', timeZone: 'Europe/Paris' } as const
    await createCall(db, tenantId, { callId, flowId, flowVersionId, channel: 'phone', facts })
    await setCallStatus(db, tenantId, callId, 'conducting')
    await finishCall(db, tenantId, callId, { outcome: 'hungUp' })
    await admin.prisma.call.update({ where: { id: callId }, data: { durationMs: seconds * 1_000 } })
    return short.end({ outcome: 'hungUp' }, 1)
  }
  for (let calls = 0; calls < window; calls += 1) expect(await hangsUp(30)).toBeUndefined()
  let trip: Awaited<ReturnType<typeof hangsUp>>
  for (let calls = 0; calls < window && !trip; calls += 1) trip = await hangsUp(1)
  expect(trip).toEqual({ code: 'CAMPAIGN_SHORT_CALLS', campaignIds: [short.id] })
})

test('a connection through which hardly a call comes pauses every campaign that uses it, and no other', async () => {
  const first = await campaign(window)
  const second = await campaign(window, first.connectionId)
  const elsewhere = await campaign(1)
  await first.end(unreachable, window / 2)
  const trip = await second.end(unreachable, window / 2)
  expect(trip?.code).toBe('CONNECTION_MANY_FAILURES')
  expect(new Set(trip?.campaignIds)).toEqual(new Set([first.id, second.id]))
  expect((await first.read())?.pausedBecause?.code).toBe('CONNECTION_MANY_FAILURES')
  expect((await elsewhere.read())?.status).toBe('running')
})

test('a campaign that was told not to mind does not', async () => {
  const { id, settings, end, read } = await campaign(window + 5)
  const pauseWhen = { attempts: 5, machines: 0.5 }
  await admin.prisma.campaign.update({ where: { id }, data: { settings: { ...settings, pauseWhen } } })
  expect(await end(unreachable, window)).toBeUndefined()
  expect(await end({ outcome: 'machine' }, 3)).toMatchObject({ code: 'CAMPAIGN_MANY_MACHINES' })
  expect((await read())?.status).toBe('paused')
})
