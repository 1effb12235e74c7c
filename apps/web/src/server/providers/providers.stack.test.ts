import { randomBytes } from 'node:crypto'
import { createTenant, type Member, newId } from '@parley/db'
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { database } from '../database.ts'
import { appRouter } from '../router.ts'
import type { ProviderInput } from './provider-input.ts'

let member: Member | null = null
vi.mock('../session.ts', () => ({ currentMember: async () => member }))

const origin = 'http://127.0.0.1:3000'
const studio = appRouter.createCaller({ headers: new Headers({ origin, host: new URL(origin).host }) })
const person = (tenantId: string, userId: string, role: Member['role']): Member => ({
  tenantId,
  userId,
  role,
  email: 'a@example.test',
  name: 'A',
})
let owner: Member

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_URL', origin)
  vi.stubEnv('NEXTAUTH_SECRET', randomBytes(32).toString('hex'))
  vi.stubEnv('PARLEY_ENCRYPTION_KEY', randomBytes(32).toString('base64'))
  const made = await createTenant(database(), {
    ...{ name: 'Agency', timeZone: 'Europe/Paris', owner: { email: `${newId()}@example.test`, name: 'Owner' } },
    ...{ services: [], openingHours: [] },
  })
  owner = person(made.tenantId, made.userId, 'owner')
})
beforeEach(() => {
  member = owner
})

const local: ProviderInput = { kind: 'synthesis', vendor: 'local', name: 'This machine', settings: {}, languages: [], enabled: true }
const paid = (apiKey?: string): ProviderInput => ({
  ...{ ...local, vendor: 'elevenlabs', name: 'Paid', apiKey },
  settings: { url: process.env.SPEECH_SERVER_URL, voiceId: 'en-us' },
})

it('a provider is added, tried, asked for voices and removed', async () => {
  expect((await studio.voices.sources()).map(({ id }) => id)).toEqual(['local'])
  const { id } = await studio.providers.save(local)
  expect(await studio.providers.test({ ...local, id })).toMatchObject({ ok: true })
  expect(await studio.voices.sources()).toEqual([{ id, name: 'This machine', vendor: 'local' }])
  const found = await studio.voices.list({ source: id, search: 'french' })
  expect(found.ok && found.voices.map(({ language }) => language)).toEqual(['fr', 'fr'])
  await studio.providers.remove({ id })
  expect((await studio.providers.list()).providers).toEqual([])
  await expect(studio.voices.list({ source: id })).rejects.toMatchObject({ appCode: 'PROVIDER_NOT_FOUND' })
})

it('the key is tried as stored or as typed, and never comes back', async () => {
  const { id } = await studio.providers.save(paid('a-long-secret-key'))
  const stored = paid()
  expect(await studio.providers.test({ ...stored, id })).toMatchObject({ ok: true })
  expect(await studio.providers.test({ ...paid('fault:unauthorized'), id })).toMatchObject({ ok: false, code: 'KEY_REFUSED' })
  const wrongVoice = { ...stored, id, settings: { ...stored.settings, voiceId: 'nobody' } }
  expect(await studio.providers.test(wrongVoice)).toMatchObject({ ok: false, code: 'VOICE_UNKNOWN' })
  const elsewhere = { ...stored, id, settings: { url: 'http://127.0.0.1:1' } }
  await expect(studio.providers.test(elsewhere)).rejects.toMatchObject({ appCode: 'PROVIDER_KEY_NEEDED' })
  await expect(studio.providers.save(elsewhere)).rejects.toMatchObject({ appCode: 'PROVIDER_KEY_NEEDED' })
  await expect(studio.providers.save({ ...elsewhere, apiKey: 'k', settings: { url: 'https://10.0.0.1' } })).rejects.toMatchObject({
    appCode: 'PROVIDER_ADDRESS_REFUSED',
  })
  expect(JSON.stringify(await studio.providers.list())).not.toContain('a-long-secret')
  await studio.providers.remove({ id })
})

it('a vendor whose name is not known at this moment can be saved, and is told as unreachable', async () => {
  const unknown = { ...paid('k'), settings: { url: 'https://vendor.invalid' } }
  const { id } = await studio.providers.save(unknown)
  expect(await studio.providers.test({ ...unknown, id })).toMatchObject({ ok: false, code: 'UNREACHABLE' })
  await studio.providers.remove({ id })
})

it('one source that fails says why', async () => {
  const { id } = await studio.providers.save(paid('fault:error500'))
  expect(await studio.voices.list({ source: id })).toEqual({ ok: false, code: 'ANSWERED_OTHERWISE' })
  expect(await studio.voices.list({ source: 'local' })).toMatchObject({ ok: true })
  await studio.providers.remove({ id })
})

it.each(['editor', 'viewer'] as const)('the role %s sees the names and changes nothing', async (role) => {
  const { id } = await studio.providers.save(local)
  member = person(owner.tenantId, owner.userId, role)
  expect(await studio.providers.list()).toMatchObject({ mayChange: false, providers: [{ name: 'This machine' }] })
  const refused = { appCode: 'OWNER_NEEDED' }
  await expect(studio.providers.save({ ...local, id })).rejects.toMatchObject(refused)
  await expect(studio.providers.move({ id, direction: 'later' })).rejects.toMatchObject(refused)
  await expect(studio.providers.test({ ...local, id })).rejects.toMatchObject(refused)
  await expect(studio.providers.remove({ id })).rejects.toMatchObject(refused)
  member = owner
  await studio.providers.remove({ id })
})
