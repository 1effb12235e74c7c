import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestTenant, openAdminDb, openTestDb } from '../test/open-test-db.ts'
import {
  closeDb,
  describeProviders,
  findProvider,
  listProviders,
  moveProvider,
  newId,
  type ProviderInput,
  removeProvider,
  saveProvider,
} from './index.ts'

const encryptionKey = randomBytes(32).toString('base64')
const db = openTestDb({ encryptionKey })
const admin = openAdminDb()
let tenantId: string
let userId: string

beforeAll(async () => {
  ;({ tenantId, userId } = await createTestTenant(db))
})
afterAll(async () => {
  await closeDb(db)
  await closeDb(admin)
})

const voice = (name: string, more: Partial<ProviderInput> = {}): ProviderInput => ({
  kind: 'synthesis',
  vendor: 'elevenlabs',
  name,
  apiKey: `key-of-${name}-1234`,
  settings: { model: 'eleven_flash_v2_5' },
  languages: [],
  enabled: true,
  ...more,
})

async function add(tenant: string, input: ProviderInput): Promise<string> {
  const saved = await saveProvider(db, tenant, input, { userId })
  if (!saved.ok) throw new Error(saved.code)
  return saved.id
}

test('a key is stored encrypted, used by calls and never shown', async () => {
  const id = await add(tenantId, voice('first', { languages: ['fr'] }))
  const settings = { model: 'eleven_flash_v2_5' }
  expect(await listProviders(db, tenantId)).toEqual([
    { id, kind: 'synthesis', vendor: 'elevenlabs', apiKey: 'key-of-first-1234', settings, languages: ['fr'] },
  ])
  const described = await describeProviders(db, tenantId)
  expect(described).toMatchObject([{ id, name: 'first', hasKey: true, isKeyReadable: true, keyTail: '1234' }])
  expect(JSON.stringify(described)).not.toContain('key-of')

  const [stored] = await admin.prisma.$queryRaw<{ row: string }[]>`SELECT p::text AS row FROM "Provider" p WHERE id = ${id}::uuid`
  expect(stored?.row).not.toContain(Buffer.from('key-of-first').toString('hex'))
  const audits = await admin.prisma.auditEvent.findMany({ where: { tenantId, subject: id } })
  expect(audits).toMatchObject([{ userId, action: 'provider.added', detail: { kind: 'synthesis', vendor: 'elevenlabs', keyChanged: 1 } }])
  expect(await removeProvider(db, tenantId, id, { userId })).toBe(true)
  expect(await removeProvider(db, tenantId, id, { userId })).toBe(false)
  expect(await describeProviders(db, tenantId)).toEqual([])
})

test('a stored key goes nowhere else', async () => {
  const id = await add(tenantId, voice('model', { kind: 'model', vendor: 'openai', settings: { url: 'https://one.example/v1' } }))
  const change = (more: Partial<ProviderInput>) =>
    saveProvider(db, tenantId, {
      ...voice('model', { id, kind: 'model', vendor: 'openai', settings: { url: 'https://one.example/v1', model: 'm' } }),
      apiKey: undefined,
      ...more,
    })
  expect(await change({ name: 'renamed', enabled: false })).toEqual({ ok: true, id })
  expect(await listProviders(db, tenantId)).toEqual([])
  expect(await findProvider(db, tenantId, id)).toMatchObject({ apiKey: 'key-of-model-1234', settings: { model: 'm' } })
  const refused = { ok: false, code: 'PROVIDER_KEY_NEEDED' }
  expect(await change({ settings: { url: 'https://two.example/v1' } })).toEqual(refused)
  expect(await change({ settings: {} })).toEqual(refused)
  expect(await change({ vendor: 'cartesia' })).toEqual(refused)
  expect(await change({ id: undefined })).toEqual(refused)
  expect(await change({ kind: 'synthesis' })).toEqual({ ok: false, code: 'PROVIDER_NOT_FOUND' })
  expect(await change({ settings: { url: 'https://two.example/v1' }, apiKey: 'another-key' })).toEqual({ ok: true, id })
  expect(await findProvider(db, tenantId, id)).toMatchObject({ apiKey: 'another-key', settings: { url: 'https://two.example/v1' } })
  await removeProvider(db, tenantId, id)
})

test('providers are asked in the order they were put in, also when two people move them at once', async () => {
  const own = await createTestTenant(db)
  const ids: string[] = []
  for (const name of ['a', 'b', 'c', 'd']) ids.push(await add(own.tenantId, voice(name)))
  const other = await add(own.tenantId, { ...voice('ears'), kind: 'recognition', vendor: 'local', apiKey: undefined, settings: {} })
  const order = async () => (await describeProviders(db, own.tenantId)).map(({ name }) => name).join(' ')
  const [a = '', b = '', c = '', d = ''] = ids
  expect(await order()).toBe('ears a b c d')
  expect(await moveProvider(db, own.tenantId, c, 'earlier')).toBe(true)
  expect(await order()).toBe('ears a c b d')
  expect(await moveProvider(db, own.tenantId, a, 'earlier')).toBe(false)
  expect(await moveProvider(db, own.tenantId, d, 'later')).toBe(false)
  expect(await moveProvider(db, own.tenantId, other, 'later')).toBe(false)
  expect(await moveProvider(db, own.tenantId, newId(), 'later')).toBe(false)
  await Promise.all([moveProvider(db, own.tenantId, a, 'later'), moveProvider(db, own.tenantId, d, 'earlier')])
  expect(await order()).toBe('ears c a d b')
  await removeProvider(db, own.tenantId, b)
  expect(await order()).toBe('ears c a d')
})

test('a key of another row, or written with another encryption key, is not used', async () => {
  const own = await createTestTenant(db)
  const [good, moved] = [await add(own.tenantId, voice('good')), await add(own.tenantId, voice('moved'))]
  await admin.prisma
    .$executeRaw`UPDATE "Provider" SET secret = (SELECT secret FROM "Provider" WHERE id = ${good}::uuid) WHERE id = ${moved}::uuid`
  expect((await listProviders(db, own.tenantId)).map(({ id }) => id)).toEqual([good])
  expect(await findProvider(db, own.tenantId, moved)).toBeNull()
  const [, shown] = await describeProviders(db, own.tenantId)
  expect(shown).toMatchObject({ id: moved, hasKey: true, isKeyReadable: false, keyTail: null })

  const elsewhere = openTestDb()
  expect(await listProviders(elsewhere, own.tenantId)).toEqual([])
  await closeDb(elsewhere)
})

test("another tenant's provider is not read, changed, moved or removed", async () => {
  const stranger = await createTestTenant(db)
  const id = await add(tenantId, voice('mine'))
  expect(await findProvider(db, stranger.tenantId, id)).toBeNull()
  expect(await saveProvider(db, stranger.tenantId, voice('stolen', { id }))).toEqual({ ok: false, code: 'PROVIDER_NOT_FOUND' })
  expect(await moveProvider(db, stranger.tenantId, id, 'later')).toBe(false)
  expect(await removeProvider(db, stranger.tenantId, id)).toBe(false)
  expect(await listProviders(db, tenantId)).toHaveLength(1)
})
