import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { callAppointmentFlow, signIn } from '@parley/bench'
import { type CallerOptions, type CallerReport, type Line, placeCall, speak } from '@parley/testing'
import { createSignInUrl } from '@parley/tools'
import { expect, test } from '@playwright/test'
import { RoomServiceClient } from 'livekit-server-sdk'
import { z } from 'zod'
import { rowsOf, stackEnv, stackVariable } from './stack.ts'
import { conductingPid, workflowStatusOf } from './workflow.ts'

const flowRow = z.array(z.object({ id: z.string(), name: z.string() }))
const callView = z.object({
  call: z.object({ status: z.string(), outcome: z.string().nullable(), failureCode: z.string().nullable() }),
  entries: z.array(z.looseObject({ kind: z.string() })),
  appointments: z.array(z.object({ status: z.string() })),
})
type CallView = z.output<typeof callView>

const studio = async () => signIn(await createSignInUrl(await stackEnv()))

async function say(text: string, when: Line['when'] = { afterSilenceMs: 900 }): Promise<Line> {
  return { name: text, pcm: await speak(await stackVariable('SPEECH_SERVER_URL'), text), when }
}

type Placed = { callId: string; report: CallerReport; view: CallView; heard: (fragment: string) => boolean }

/** Calls the seeded appointment flow and waits until everything about the call is over. */
async function callFrontDesk(
  options: Omit<CallerOptions, 'url' | 'token' | 'maxMs'> & { onCall?: (callId: string) => void },
): Promise<Placed> {
  const client = await studio()
  const flow = flowRow.parse(await client.query('flows.list')).find(({ name }) => name === 'Appointments')
  const { callId } = z.object({ callId: z.string() }).parse(await client.mutate('calls.start', { flowId: flow?.id }))
  const entry = z.object({ url: z.string(), token: z.string() }).parse(await client.mutate('calls.join', { callId }))
  options.onCall?.(callId)
  const report = await placeCall({ ...entry, ...options, maxMs: 120_000 })
  let view = callView.parse(await client.query('calls.get', { callId }))
  for (let tries = 0; tries < 60 && view.call.status !== 'ended'; tries += 1) {
    await delay(500)
    view = callView.parse(await client.query('calls.get', { callId }))
  }
  const said = JSON.stringify(view.entries).toLowerCase()
  return { callId, report, view, heard: (fragment) => said.includes(fragment.toLowerCase()) }
}

/** Row and workflow have ended with one voice, and the room is gone. */
async function expectOver({ callId, view }: Placed, outcome: string) {
  expect(view.call).toMatchObject({ status: 'ended', outcome })
  await expect.poll(() => workflowStatusOf(callId), { timeout: 60_000 }).toBe('COMPLETED')
  const env = await stackEnv()
  const rooms = new RoomServiceClient((env.LIVEKIT_URL ?? '').replace(/^ws/, 'http'), env.LIVEKIT_API_KEY, env.LIVEKIT_API_SECRET)
  expect(await rooms.listRooms([`call-${callId}`])).toHaveLength(0)
}

test('somebody who says nothing is asked again and then let go', async () => {
  const placed = await callFrontDesk({ lines: [] })
  await expectOver(placed, 'silent')
  expect(placed.report.endedBy).toBe('agent')
  expect(placed.report.sounds.length).toBeGreaterThanOrEqual(3)
})

test('somebody who interrupts a long sentence is heard at once', async () => {
  const lines = [
    await say('I would like to book an appointment', { intoSpeechMs: 900 }),
    await say('tuesday'),
    await say('three in the afternoon'),
    await say('my name is john smith'),
  ]
  const placed = await callFrontDesk({ lines })
  await expectOver(placed, 'completed')
  const cut = placed.view.entries.some((entry) => entry.kind === 'event' && JSON.stringify(entry).includes('"completed":false'))
  expect(cut).toBe(true)
  expect(placed.report.lines[0]?.bargeInMs).toBeDefined()
  expect(placed.heard('"outcome":"book"')).toBe(true)
  expect(placed.view.appointments).toHaveLength(1)
})

test('somebody who hangs up in mid-sentence leaves nothing running', async () => {
  const line = await say('I would like to book an appointment')
  const placed = await callFrontDesk({ lines: [line], hangUp: { line: line.name, afterMs: 600 } })
  expect(placed.report.endedBy).toBe('caller')
  await expectOver(placed, 'hungUp')
  expect(placed.view.appointments).toHaveLength(0)
})

test('somebody who asks for a person is told when nobody can be reached', async () => {
  const placed = await callFrontDesk({ lines: [await say('I want to talk to a person')] })
  await expectOver(placed, 'completed')
  expect(placed.heard('"type":"transferfinished"')).toBe(true)
})

test('when the worker is killed in mid-call another one books the appointment', async () => {
  let callId = ''
  let killed: number | undefined
  let spoken = 0
  const kill = async () => {
    killed = await conductingPid(callId)
    if (killed) process.kill(killed, 'SIGKILL')
  }
  const { view, report } = await callAppointmentFlow(await studio(), {
    onCall: (id) => {
      callId = id
    },
    onLine: () => {
      spoken += 1
      if (spoken === 3) void kill()
    },
  })
  expect(killed).toBeGreaterThan(0)
  expect(report.endedBy).toBe('agent')
  expect(view.call).toMatchObject({ status: 'ended', outcome: 'completed' })
  expect(view.entries.some((entry) => entry.kind === 'note' && entry.code === 'RECOVERED')).toBe(true)
  await expect.poll(() => workflowStatusOf(callId), { timeout: 60_000 }).toBe('COMPLETED')
  expect(await rowsOf('select id from "Appointment" where "callId" = $1', [callId])).toHaveLength(1)
})

test('a room that vanishes ends the call as failed', async () => {
  const env = await stackEnv()
  const rooms = new RoomServiceClient((env.LIVEKIT_URL ?? '').replace(/^ws/, 'http'), env.LIVEKIT_API_KEY, env.LIVEKIT_API_SECRET)
  const placed = await callFrontDesk({ lines: [], onCall: (callId) => void delay(5_000).then(() => rooms.deleteRoom(`call-${callId}`)) })
  await expectOver(placed, 'failed')
  expect(placed.view.call.failureCode).toBe('ROOM_LOST')
})

test('a call can be joined once, by its own token, and only on a published flow that exists', async () => {
  const client = await studio()
  const { flowId } = z.object({ flowId: z.string() }).parse(await client.mutate('flows.create', { name: 'Never published' }))
  await expect(client.mutate('calls.start', { flowId })).rejects.toThrow('FLOW_NOT_PUBLISHED')
  await client.mutate('flows.delete', { flowId })
  await expect(client.mutate('calls.start', { flowId })).rejects.toThrow('FLOW_DELETED')
  await expect(client.mutate('calls.start', { flowId: randomUUID() })).rejects.toThrow('FLOW_NOT_FOUND')

  const flow = flowRow.parse(await client.query('flows.list')).find(({ name }) => name === 'Appointments')
  const { callId } = z.object({ callId: z.string() }).parse(await client.mutate('calls.start', { flowId: flow?.id }))
  const { url, token } = z.object({ url: z.string(), token: z.string() }).parse(await client.mutate('calls.join', { callId }))
  await expect(client.mutate('calls.join', { callId })).rejects.toThrow('CALL_ALREADY_JOINED')
  await expect(placeCall({ url, token: `${token.slice(0, -4)}AAAA`, lines: [], maxMs: 5_000 })).rejects.toThrow()
  await client.mutate('calls.hangUp', { callId })
  await expect.poll(() => workflowStatusOf(callId), { timeout: 60_000 }).toBe('COMPLETED')
})
