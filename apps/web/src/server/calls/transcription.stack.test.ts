import { randomBytes } from 'node:crypto'
import {
  appendJournal,
  createCall,
  createFlow,
  createTenant,
  type Member,
  newId,
  publishFlow,
  saveProvider,
  saveRecording,
  saveTranscription,
} from '@parley/db'
import { templates } from '@parley/flow-runtime/templates'
import { transcriptionWorkflowId } from '@parley/temporal/contract'
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { database } from '../database.ts'
import { appRouter } from '../router.ts'
import { withTemporal } from '../temporal-client.ts'

let member: Member | null = null
vi.mock('../session.ts', () => ({ currentMember: async () => member }))

const origin = 'http://127.0.0.1:3000'
const { calls } = appRouter.createCaller({ headers: new Headers({ origin, host: new URL(origin).host }) })

beforeAll(() => {
  vi.stubEnv('NEXTAUTH_URL', origin)
  vi.stubEnv('NEXTAUTH_SECRET', randomBytes(32).toString('hex'))
  vi.stubEnv('PARLEY_ENCRYPTION_KEY', randomBytes(32).toString('base64'))
})
beforeEach(async () => {
  member = await newMember()
})

const calendar = { services: [{ name: 'Cleaning', durationMin: 30 }], openingHours: [] }

async function newMember(): Promise<Member> {
  const owner = { email: `${newId()}@example.test`, name: 'Owner' }
  const made = await createTenant(database(), { name: 'Agency', timeZone: 'Europe/Paris', owner, ...calendar })
  return { ...made, role: 'viewer', email: owner.email, name: owner.name }
}

const factsOf = (callId: string) =>
  ({ callId, direction: 'inbound', channel: 'browser', timeZone: 'Europe/Paris', contact: { name: 'Ada Lovelace' } }) as const

/** A call of the member's tenant, with a recording. */
async function recordedCall() {
  const db = database()
  const tenantId = member?.tenantId ?? ''
  const flow = await createFlow(db, tenantId, { name: 'Front desk', document: templates.appointment })
  const published = await publishFlow(db, tenantId, flow.id, {})
  if (!published.ok) throw new Error(JSON.stringify(published))
  const callId = newId()
  const row = { callId, flowId: flow.id, flowVersionId: published.version.id, channel: 'browser', facts: factsOf(callId) } as const
  await createCall(db, tenantId, row)
  await saveRecording(db, tenantId, callId, { path: 'a.ogg', startedAt: new Date(), seconds: 2, peaks: { contact: [1], agent: [1] } })
  return { tenantId, callId }
}
const hasKey = (tenantId: string) =>
  saveProvider(database(), tenantId, {
    ...{ kind: 'recognition', vendor: 'deepgram', name: 'Ears', settings: {}, languages: [], enabled: true, apiKey: 'a-secret-key' },
  })

it('without a provider nothing is begun, and the page is told before anybody asks', async () => {
  const { callId } = await recordedCall()
  expect(await calls.transcriptionStatus({ callId })).toEqual({ isAvailable: false, status: 'idle' })
  await expect(calls.transcribe({ callId })).rejects.toMatchObject({ appCode: 'TRANSCRIBER_MISSING' })
  expect(await calls.transcriptionStatus({ callId })).toMatchObject({ status: 'idle' })
})

it('whoever may listen to a recording has it transcribed; nobody of another tenant', async () => {
  const { tenantId, callId } = await recordedCall()
  await hasKey(tenantId)
  expect(await calls.transcriptionStatus({ callId })).toEqual({ isAvailable: true, status: 'idle' })
  await calls.transcribe({ callId })
  expect(await calls.transcriptionStatus({ callId })).toEqual({ isAvailable: true, status: 'running' })
  await withTemporal((client) => client.workflow.getHandle(transcriptionWorkflowId(callId)).terminate())
  expect(await calls.transcriptionStatus({ callId })).toMatchObject({ status: 'failed', failureCode: 'TRANSCRIPTION_FAILED' })

  const missing = { appCode: 'RECORDING_NOT_FOUND' }
  member = await newMember()
  await hasKey(member.tenantId)
  await expect(calls.transcribe({ callId })).rejects.toMatchObject(missing)
  await expect(calls.transcriptionStatus({ callId })).rejects.toMatchObject(missing)
  member = null
  await expect(calls.transcribe({ callId })).rejects.toMatchObject({ appCode: 'UNAUTHORIZED' })
})

it('what was transcribed comes with the call, without personal data until it is asked for', async () => {
  const { tenantId, callId } = await recordedCall()
  expect((await calls.get({ callId })).transcription).toBeNull()
  const turn = { speaker: 'contact', text: 'Ada Lovelace here.', startMs: 500, endMs: 900, confidence: 1 } as const
  await appendJournal(database(), tenantId, callId, [
    { seq: 1, at: 1_800_000_000_000, kind: 'event', event: { type: 'callStarted', at: 1_800_000_000_000, facts: factsOf(callId) } },
  ])
  await saveTranscription(database(), tenantId, callId, { vendor: 'deepgram', language: 'en', turns: [turn] })
  expect((await calls.get({ callId })).transcription?.turns).toEqual([{ ...turn, text: '••• here.' }])
  expect((await calls.reveal({ callId })).transcription?.turns).toEqual([turn])
})
