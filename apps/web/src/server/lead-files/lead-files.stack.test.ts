import { randomBytes } from 'node:crypto'
import { createTenant, type Member, newId, setCampaignStatus, suppressNumber } from '@parley/db'
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { POST as preview } from '../../app/api/lead-files/[campaignId]/preview/route.ts'
import { POST as send } from '../../app/api/lead-files/[campaignId]/route.ts'
import { GET as refusedCsv } from '../../app/api/lead-imports/[importId]/route.ts'
import { type ImportNews, importNews } from '../../campaigns/import/import-news.ts'
import { callableSettings } from '../campaigns/callable-settings.ts'
import { database } from '../database.ts'
import { appRouter } from '../router.ts'

let member: Member | null = null
vi.mock('../session.ts', () => ({ currentMember: async () => member }))
const away = () => Promise.reject(new Error('nobody there'))
vi.mock('../temporal-client.ts', () => ({ withTemporal: () => away() }))

const origin = 'http://127.0.0.1:3000'
const { campaigns } = appRouter.createCaller({ headers: new Headers({ origin, host: new URL(origin).host }) })
let owner: Member

async function newOwner(): Promise<Member> {
  const person = { email: `${newId()}@example.test`, name: 'Owner' }
  const made = await createTenant(database(), { name: 'Agency', timeZone: 'Europe/Paris', owner: person, services: [], openingHours: [] })
  return { ...made, role: 'owner', ...person }
}
beforeAll(() => {
  vi.stubEnv('NEXTAUTH_URL', origin)
  vi.stubEnv('NEXTAUTH_SECRET', randomBytes(32).toString('hex'))
  vi.stubEnv('PARLEY_ENCRYPTION_KEY', randomBytes(32).toString('base64'))
})
beforeEach(async () => {
  owner = await newOwner()
  member = owner
})

const newCampaign = async () => campaigns.create({ name: 'Recall', settings: await callableSettings(owner.tenantId) })
const leadsNow = async () => (await campaigns.list()).campaigns[0]?.leads

/** A file in pieces, as it comes through a network. */
function inPieces(text: string, times = 1): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  let [at, round] = [0, 0]
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(bytes.subarray(at, at + 60_000))
      at += 60_000
      if (at >= bytes.length) [at, round] = [0, round + 1]
      if (round === times) controller.close()
    },
  })
}
const request = (path: string, body: ReadableStream<Uint8Array>, headers: HeadersInit = { origin }) =>
  new Request(new URL(path, origin), { method: 'POST', body, headers, ...{ duplex: 'half' } })
const params = <T>(value: T) => ({ params: Promise.resolve(value) })
const previewOf = async (campaignId: string, body: ReadableStream<Uint8Array>) =>
  (await preview(request(`/api/lead-files/${campaignId}/preview`, body), params({ campaignId }))).json()

const how = { format: { encoding: 'utf-8', separator: ',' }, mapping: { phone: 0, variables: [] }, defaultCountry: 'FR' }
const addressOf = (campaignId: string, order: unknown = how) =>
  `/api/lead-files/${campaignId}?how=${encodeURIComponent(JSON.stringify(order))}`
async function sent(campaignId: string, body: ReadableStream<Uint8Array>, order: unknown = how): Promise<ImportNews[]> {
  const response = await send(request(addressOf(campaignId, order), body), params({ campaignId }))
  return (await response.text())
    .split('\n')
    .filter(Boolean)
    .map((line) => importNews.parse(JSON.parse(line)))
}

it('a file is shown, then imported as it was shown; rows that became no leads are listed with why, and can be downloaded', async () => {
  const { campaignId } = await newCampaign()
  await suppressNumber(database(), owner.tenantId, { number: '+33611111111', source: 'added' })
  const good = Array.from({ length: 2_500 }, (_, index) => `06 2${String(index).padStart(7, '0')};Zoé;${index}`)
  const rows = ['Téléphone;Nom;Solde', ...good, '0611111111;Ada;1', '+33620000000;Ada;1', '12;Ada;1', '0630000000;Ada', '0640000000;Ada;x']
  const file = `\ufeff${rows.join('\r\n')}\r\n`
  const shown = await previewOf(campaignId, inPieces(file))
  expect(shown).toMatchObject({
    ...{ format: { encoding: 'utf-8', separator: ';' }, header: ['Téléphone', 'Nom', 'Solde'] },
    mapping: { phone: 0, name: 1, variables: [{ column: 2, name: 'solde', type: 'number' }] },
  })
  expect(await leadsNow()).toBe(0)
  const news = await sent(campaignId, inPieces(file), { format: shown.format, mapping: shown.mapping, defaultCountry: 'FR' })
  const last = news.at(-1)
  if (last?.state !== 'done') throw new Error(JSON.stringify(last))
  expect(last).toMatchObject({ leads: 2_500, refused: 5, campaign: 'unchanged' })
  expect(news.map(({ state }) => state).slice(-2)).toEqual(['checking', 'done'])
  const problems = [
    { row: 2_502, reason: 'suppressed' },
    { row: 2_503, column: 1, reason: 'duplicateInFile' },
    { row: 2_504, column: 1, reason: 'invalid' },
    { row: 2_505, column: 3, reason: 'columnCount' },
    { row: 2_506, column: 3, reason: 'notOfItsType' },
  ]
  expect(await campaigns.refusedRows({ importId: last.importId, take: 100 })).toEqual(problems)
  const csvOf = async () => (await refusedCsv(new Request(`${origin}/?language=fr`), params({ importId: last.importId }))).text()
  expect((await csvOf()).split('\r\n')).toHaveLength(7)
  expect(await csvOf()).toContain('2502,,Le numéro est sur la liste d’opposition.')

  const again = (await sent(campaignId, inPieces('tel\n0620000000\n0699999999\n'))).at(-1)
  expect(again).toMatchObject({ state: 'done', leads: 1, refused: 1 })
  expect(await leadsNow()).toBe(2_501)
  member = await newOwner()
  expect(await campaigns.refusedRows({ importId: last.importId, take: 100 })).toEqual([])
  expect((await csvOf()).split('\r\n')).toHaveLength(2)
})

it('a file that cannot be read is refused with its place, and nothing of it is kept', async () => {
  const { campaignId } = await newCampaign()
  const good = Array.from({ length: 1_500 }, (_, index) => `062${String(index).padStart(7, '0')},x`).join('\n')
  const huge = `phone,note\n${good}\n0611111111,${'x'.repeat(10_000_000)}\n`
  expect((await sent(campaignId, inPieces(huge))).at(-1)).toEqual({ state: 'failed', code: 'CELL_TOO_LONG', row: 1_502, column: 2 })
  const open = `phone,note\n${good}\n0611111111,"never closed\n`
  expect((await sent(campaignId, inPieces(open))).at(-1)).toMatchObject({ state: 'failed', code: 'QUOTE_NOT_CLOSED', row: 1_502 })
  const missing = { ...how, mapping: { phone: 7, variables: [] } }
  expect((await sent(campaignId, inPieces('phone\n1\n'), missing)).at(-1)).toMatchObject({ code: 'COLUMN_MISSING', column: 8 })
  expect(await previewOf(campaignId, inPieces(''))).toEqual({ code: 'FILE_EMPTY' })
  expect(await previewOf(campaignId, inPieces('0611111111,x\n'.repeat(100_000), 40))).toEqual({ code: 'FILE_TOO_LARGE' })
  expect(await leadsNow()).toBe(0)
})

it('whoever leaves before the end leaves nothing behind', async () => {
  const { campaignId } = await newCampaign()
  const rows = Array.from({ length: 3_000 }, (_, index) => `062${String(index).padStart(7, '0')}`).join('\n')
  const response = await send(request(addressOf(campaignId), inPieces(`phone\n${rows}\n`)), params({ campaignId }))
  const reader = response.body?.getReader()
  await reader?.read()
  await reader?.cancel()
  expect(await leadsNow()).toBe(0)
  expect((await sent(campaignId, inPieces('phone\n0620000000\n'))).at(-1)).toMatchObject({ state: 'done', leads: 1 })
})

it('files come from editors on our own page, for a campaign of theirs that is not stopped', async () => {
  const { campaignId } = await newCampaign()
  const codeOf = async (headers?: HeadersInit) => {
    const response = await send(request(addressOf(campaignId), inPieces('phone\n0620000000\n'), headers), params({ campaignId }))
    return [response.status, await response.json()]
  }
  expect(await codeOf({ origin: 'https://elsewhere.example' })).toEqual([422, { code: 'FOREIGN_ORIGIN' }])
  member = { ...owner, role: 'viewer' }
  expect(await codeOf()).toEqual([422, { code: 'EDITOR_NEEDED' }])
  member = await newOwner()
  expect(await codeOf()).toEqual([422, { code: 'CAMPAIGN_NOT_FOUND' }])
  member = owner
  await setCampaignStatus(database(), owner.tenantId, campaignId, 'stopped')
  expect(await codeOf()).toEqual([422, { code: 'CAMPAIGN_OVER' }])
  expect(await leadsNow()).toBe(0)
})

it('leads of a campaign that runs are kept also when nobody can be told of them', async () => {
  const { campaignId } = await newCampaign()
  await setCampaignStatus(database(), owner.tenantId, campaignId, 'running')
  expect((await sent(campaignId, inPieces('phone\n0620000000\n'))).at(-1)).toMatchObject({ leads: 1, campaign: 'notTold' })
  expect(await leadsNow()).toBe(1)
})
