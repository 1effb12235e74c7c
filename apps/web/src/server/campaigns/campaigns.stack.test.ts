import { randomBytes } from 'node:crypto'
import type { CampaignSettings } from '@parley/campaigns/settings'
import { beginImport, commitImport, createTenant, getCampaign, type Member, newId, setCampaignStatus, stageLeads } from '@parley/db'
import { campaignWorkflowId } from '@parley/temporal/contract'
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { database } from '../database.ts'
import { appRouter } from '../router.ts'
import { withTemporal } from '../temporal-client.ts'
import { callableSettings } from './callable-settings.ts'

let member: Member | null = null
let isTemporalAway = false
vi.mock('../session.ts', () => ({ currentMember: async () => member }))
vi.mock('../temporal-client.ts', async (original) => {
  const real = await original<typeof import('../temporal-client.ts')>()
  const away = () => Promise.reject(new Error('nobody there'))
  return { withTemporal: (run: Parameters<typeof real.withTemporal>[0]) => (isTemporalAway ? away() : real.withTemporal(run)) }
})

const origin = 'http://127.0.0.1:3000'
const { campaigns } = appRouter.createCaller({ headers: new Headers({ origin, host: new URL(origin).host }) })
let owner: Member
let settings: CampaignSettings

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_URL', origin)
  vi.stubEnv('NEXTAUTH_SECRET', randomBytes(32).toString('hex'))
  vi.stubEnv('PARLEY_ENCRYPTION_KEY', randomBytes(32).toString('base64'))
  owner = await newOwner()
  settings = await callableSettings(owner.tenantId)
})
beforeEach(() => {
  member = owner
  isTemporalAway = false
})

async function newOwner(): Promise<Member> {
  const person = { email: `${newId()}@example.test`, name: 'Owner' }
  const made = await createTenant(database(), { name: 'Agency', timeZone: 'Europe/Paris', owner: person, services: [], openingHours: [] })
  return { ...made, role: 'owner', ...person }
}

async function withLead(): Promise<{ campaignId: string }> {
  const made = await campaigns.create({ name: 'Recall', settings })
  const { importId } = await beginImport(database(), owner.tenantId, made.campaignId)
  const lead = { row: 2, phone: '+33612345678', zones: ['Europe/Paris'], country: 'FR', variables: {} }
  await stageLeads(database(), owner.tenantId, importId, { leads: [lead], refused: [] })
  await commitImport(database(), owner.tenantId, importId)
  return made
}
const statusOf = async ({ campaignId }: { campaignId: string }) => (await getCampaign(database(), owner.tenantId, campaignId))?.status
const runOf = ({ campaignId }: { campaignId: string }) =>
  withTemporal((client) => client.workflow.getHandle(campaignWorkflowId(campaignId)).describe())

it('a campaign that could not call is refused with what is wrong; one that can is listed and may be changed', async () => {
  const unpublished = { ...settings, flowVersionId: newId() }
  await expect(campaigns.create({ name: 'Recall', settings: unpublished })).rejects.toMatchObject({ appCode: 'FLOW_NOT_PUBLISHED' })
  const otherNumber = { ...settings, callerId: '+33100000000' }
  await expect(campaigns.create({ name: 'Recall', settings: otherNumber })).rejects.toMatchObject({ appCode: 'CAMPAIGN_WITHOUT_LINE' })
  const none = { ...settings, limits: { ...settings.limits, concurrentCalls: 0 } }
  await expect(campaigns.create({ name: 'Recall', settings: none })).rejects.toMatchObject({ code: 'BAD_REQUEST' })

  const made = await campaigns.create({ name: ' Recall ', settings })
  await campaigns.update({ ...made, name: 'Recall in June', settings: { ...settings, machines: 'leaveMessage' } })
  expect(await campaigns.get(made)).toMatchObject({ name: 'Recall in June', status: 'draft', settings: { machines: 'leaveMessage' } })
  expect(await campaigns.list()).toMatchObject({
    mayChange: true,
    campaigns: [{ flowName: 'Front desk', flowVersion: 1, leads: 0, waiting: 0, called: 0 }],
  })
  await expect(campaigns.start(made)).rejects.toMatchObject({ appCode: 'CAMPAIGN_WITHOUT_LEADS' })
  expect(await statusOf(made)).toBe('draft')
})

it('a campaign is started once, and is where it was when Temporal does not answer; paused it is without', async () => {
  const made = await withLead()
  isTemporalAway = true
  await expect(campaigns.start(made)).rejects.toMatchObject({ appCode: 'CAMPAIGN_NOT_TOLD' })
  expect(await statusOf(made)).toBe('draft')
  isTemporalAway = false
  await campaigns.start(made)
  const first = await runOf(made)
  await campaigns.start(made)
  expect((await runOf(made)).runId).toBe(first.runId)
  expect(await statusOf(made)).toBe('running')
  await expect(campaigns.update({ ...made, name: 'Other', settings })).rejects.toMatchObject({ appCode: 'CAMPAIGN_RUNNING' })

  isTemporalAway = true
  await campaigns.pause(made)
  expect(await statusOf(made)).toBe('paused')
})

it('a campaign whose run was lost can be paused, taken up again and stopped; a stopped one stays so', async () => {
  const made = await withLead()
  await campaigns.start(made)
  const lose = () => withTemporal((client) => client.workflow.getHandle(campaignWorkflowId(made.campaignId)).terminate())
  await lose()
  await campaigns.pause(made)
  expect(await statusOf(made)).toBe('paused')
  const otherFlow = { ...settings, flowId: newId() }
  await expect(campaigns.update({ ...made, name: 'Other', settings: otherFlow })).rejects.toMatchObject({ appCode: 'CAMPAIGN_FLOW_FIXED' })
  await campaigns.resume(made)
  expect([await statusOf(made), (await runOf(made)).status.name]).toEqual(['running', 'RUNNING'])
  await lose()
  await campaigns.stop(made)
  expect(await statusOf(made)).toBe('stopped')
  for (const again of [campaigns.start, campaigns.resume]) await expect(again(made)).rejects.toMatchObject({ appCode: 'CAMPAIGN_OVER' })
})

it('one that had finished is started anew', async () => {
  const made = await withLead()
  await campaigns.start(made)
  await withTemporal((client) => client.workflow.getHandle(campaignWorkflowId(made.campaignId)).terminate())
  await setCampaignStatus(database(), owner.tenantId, made.campaignId, 'finished')
  await campaigns.start(made)
  expect([await statusOf(made), (await runOf(made)).status.name]).toEqual(['running', 'RUNNING'])
})

it('nobody of another tenant sees or moves a campaign, and viewers only look', async () => {
  const made = await withLead()
  member = await newOwner()
  expect((await campaigns.list()).campaigns).toEqual([])
  const { get, start, pause, resume, stop } = campaigns
  for (const ask of [get, start, pause, resume, stop]) await expect(ask(made)).rejects.toMatchObject({ appCode: 'CAMPAIGN_NOT_FOUND' })
  member = { ...owner, role: 'viewer' }
  expect((await campaigns.list()).mayChange).toBe(false)
  for (const ask of [start, pause, resume, stop]) await expect(ask(made)).rejects.toMatchObject({ appCode: 'EDITOR_NEEDED' })
})
