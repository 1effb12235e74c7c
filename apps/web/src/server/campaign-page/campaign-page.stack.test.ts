import { randomBytes } from 'node:crypto'
import type { CampaignSettings } from '@parley/campaigns/settings'
import { beginImport, commitImport, createTenant, type Member, newId, setCampaignStatus, stageLeads, suppressNumber } from '@parley/db'
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { GET } from '../../app/api/campaigns/[id]/leads/export/route.ts'
import { callableSettings } from '../campaigns/callable-settings.ts'
import { database } from '../database.ts'
import { appRouter } from '../router.ts'

let member: Member | null = null
vi.mock('../session.ts', () => ({ currentMember: async () => member }))

const origin = 'http://127.0.0.1:3000'
const { campaigns, campaignPage, doNotCall } = appRouter.createCaller({ headers: new Headers({ origin, host: new URL(origin).host }) })
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
})

async function newOwner(): Promise<Member> {
  const person = { email: `${newId()}@example.test`, name: 'Owner' }
  const made = await createTenant(database(), { name: 'Agency', timeZone: 'Europe/Paris', owner: person, services: [], openingHours: [] })
  return { ...made, role: 'owner', ...person }
}

async function campaignWithLeads(): Promise<{ campaignId: string }> {
  const made = await campaigns.create({ name: 'Recall', settings })
  const { importId } = await beginImport(database(), owner.tenantId, made.campaignId)
  const leads = ['+33612345678', '+33612345679'].map((phone, index) => {
    return { row: index + 2, phone, name: 'Ada Lovelace', zones: ['Europe/Paris'], country: 'FR', variables: { due: 12 } }
  })
  await stageLeads(database(), owner.tenantId, importId, { leads, refused: [] })
  await commitImport(database(), owner.tenantId, importId)
  return made
}
const exported = ({ campaignId }: { campaignId: string }) =>
  GET(new Request(`${origin}/api/campaigns/${campaignId}/leads/export?language=fr&zone=Europe/Paris`), {
    params: Promise.resolve({ id: campaignId }),
  })

it('leads are masked until somebody asks, found by a number in any writing, and exported for editors only', async () => {
  const campaign = await campaignWithLeads()
  const [first] = await campaignPage.leads({ ...campaign, wanted: {}, place: { skip: 0 } })
  expect(first).toMatchObject({ phone: '•••78', name: 'A•••', state: 'waiting', attempts: 0 })
  const found = await campaignPage.findLead({ ...campaign, number: '06 12 34 56 78' })
  expect(found).toEqual({ found: 'lead', leadId: first?.id })
  expect(await campaignPage.findLead({ ...campaign, number: '+33 6 99 99 99 99' })).toEqual({ found: 'nobody' })
  expect(await campaignPage.findLead({ ...campaign, number: 'Ada' })).toEqual({ found: 'noNumber' })
  const leadId = first?.id ?? ''
  expect(await campaignPage.lead({ leadId })).toMatchObject({ phone: '•••78', variables: null })
  expect(await campaignPage.revealLead({ leadId })).toMatchObject({ phone: '+33 6 12 34 56 78', variables: { due: 12 } })

  const file = await exported(campaign)
  expect(file.headers.get('content-disposition')).toContain('leads-')
  expect((await file.text()).split('\r\n').slice(1)).toEqual([
    '+33612345678,Ada Lovelace,Europe/Paris,En attente,,,,,,,,',
    '+33612345679,Ada Lovelace,Europe/Paris,En attente,,,,,,,,',
    '',
  ])
  member = { ...owner, role: 'viewer' }
  expect((await exported(campaign)).status).toBe(403)
  expect((await campaignPage.read(campaign)).mayChange).toBe(false)
  member = await newOwner()
  expect((await exported(campaign)).status).toBe(404)
  await expect(campaignPage.read(campaign)).rejects.toMatchObject({ appCode: 'CAMPAIGN_NOT_FOUND' })
  await expect(campaignPage.lead({ leadId })).rejects.toMatchObject({ appCode: 'LEAD_NOT_FOUND' })
})

it('a campaign says what keeps it from calling and whom it would call', async () => {
  const campaign = await campaignWithLeads()
  await suppressNumber(database(), owner.tenantId, { number: '+33612345679', source: 'asked' })
  expect(await campaignPage.preview(campaign)).toMatchObject({ waiting: 2, never: { suppressed: 1 } })
  expect(await campaignPage.figures(campaign)).toMatchObject({ leads: 2, called: 0, talkSeconds: 0 })
  expect(await campaignPage.run(campaign)).toEqual({ run: 'notNeeded' })
  await setCampaignStatus(database(), owner.tenantId, campaign.campaignId, 'running')
  expect(await campaignPage.run(campaign)).toEqual({ run: 'lost' })
})

it('what is no number is not put on the do-not-call list; viewers change nothing', async () => {
  const none = { total: 0, country: undefined, mayChange: true }
  member = await newOwner()
  expect(await doNotCall.count()).toEqual(none)
  await expect(doNotCall.add({ number: '06 12 34 56 78', reason: '' })).rejects.toMatchObject({ appCode: 'NUMBER_UNREADABLE' })
  expect(await doNotCall.add({ number: '06 12 34 56 78', country: 'FR', reason: 'letter' })).toEqual({
    number: '+33 6 12 34 56 78',
    isNew: true,
  })
  expect(await doNotCall.addMany({ rows: ['0612345678', '', 'Ada', '+1 415 555 2671'], country: 'FR', reason: '' })).toEqual({
    ...{ added: 1, known: 1, refused: [3], refusedCount: 1 },
  })
  const { key } = await doNotCall.lookUp({ number: '+33612345678' })
  expect(await doNotCall.record({ key })).toMatchObject({ row: { number: '•••78', reason: 'letter' }, consents: [] })
  member = { ...member, role: 'viewer' }
  await expect(doNotCall.remove({ key, reason: 'x' })).rejects.toMatchObject({ appCode: 'EDITOR_NEEDED' })
  member = { ...member, role: 'editor' }
  expect(await doNotCall.remove({ key, reason: 'asked by letter' })).toEqual({ wasThere: true })
  expect(await doNotCall.remove({ key, reason: 'asked by letter' })).toEqual({ wasThere: false })
})
