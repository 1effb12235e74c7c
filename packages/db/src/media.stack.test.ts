import { templates } from '@parley/flow-runtime/templates'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestTenant, openTestDb } from '../test/open-test-db.ts'
import {
  announceMediaProcess,
  closeDb,
  consumeMediaToken,
  createCall,
  createFlow,
  createMediaToken,
  freeMediaProcesses,
  newId,
  publishFlow,
  withdrawMediaProcess,
} from './index.ts'

const db = openTestDb()
let tenantId: string
let callId: string

beforeAll(async () => {
  tenantId = (await createTestTenant(db)).tenantId
  const { id: flowId } = await createFlow(db, tenantId, { name: 'Appointments', document: templates.appointment })
  const published = await publishFlow(db, tenantId, flowId, {})
  if (!published.ok) throw new Error('The flow was not published.')
  callId = newId()
  const facts = { callId, direction: 'inbound', channel: 'phone', timeZone: 'Europe/Paris' } as const
  await createCall(db, tenantId, { callId, flowId, flowVersionId: published.version.id, channel: 'phone', facts })
})
afterAll(() => closeDb(db))

test('of twenty sockets with one token one comes in; the others are told why', async () => {
  const token = await createMediaToken(db, tenantId, callId)
  const uses = await Promise.all(Array.from({ length: 20 }, () => consumeMediaToken(db, token)))
  expect(uses.filter(({ state }) => state === 'open')).toEqual([{ state: 'open', tenantId, callId, lineId: callId }])
  expect(uses.filter(({ state }) => state === 'used')).toHaveLength(19)
})

test('a token for a colleague’s line tells whose socket it is', async () => {
  const lineId = newId()
  const token = await createMediaToken(db, tenantId, callId, { lineId })
  expect(await consumeMediaToken(db, token)).toEqual({ state: 'open', tenantId, callId, lineId })
})

test('a token expires, an invented one is unknown, and nobody makes one for a call of somebody else', async () => {
  const token = await createMediaToken(db, tenantId, callId, { lifetimeMs: 50 })
  await new Promise((resolve) => setTimeout(resolve, 80))
  expect(await consumeMediaToken(db, token)).toMatchObject({ state: 'expired' })
  expect(await consumeMediaToken(db, Buffer.alloc(32).toString('base64url'))).toEqual({ state: 'unknown' })
  expect(await consumeMediaToken(db, 'x')).toEqual({ state: 'unknown' })
  const other = await createTestTenant(db)
  await expect(createMediaToken(db, other.tenantId, callId)).rejects.toThrow()
})

test('calls go where there is most room; full, withdrawn and silent processes get none', async () => {
  const [roomy, full] = [newId(), newId()]
  await announceMediaProcess(db, { id: full, url: 'ws://full', slots: 100, calls: 100 })
  const ids = async () => (await freeMediaProcesses(db)).map(({ id }) => id)
  expect(await ids()).not.toContain(full)
  await announceMediaProcess(db, { id: roomy, url: 'ws://roomy', slots: 1_000, calls: 1 })
  expect((await freeMediaProcesses(db))[0]).toEqual({ id: roomy, url: 'ws://roomy', slots: 1_000, calls: 1 })
  await withdrawMediaProcess(db, roomy)
  await withdrawMediaProcess(db, full)
  expect(await ids()).not.toContain(roomy)
})
