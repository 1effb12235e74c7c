import { setTimeout as delay } from 'node:timers/promises'
import { signIn } from '@parley/bench'
import { type Handset, openSocketHandset, speak } from '@parley/testing'
import { createSignInUrl } from '@parley/tools'
import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { stackEnv, stackVariable } from './stack.ts'
import { conductingPid, workflowStatusOf } from './workflow.ts'

const flowRow = z.array(z.object({ id: z.string(), name: z.string() }))
const started = z.object({ callId: z.string() })
const line = z.object({ url: z.string() })
const callView = z.object({
  call: z.object({ status: z.string(), outcome: z.string().nullable() }),
  entries: z.array(z.looseObject({ kind: z.string() })),
})
/** Nobody is spoken to for longer than this when a process dies; on a slow day it is more than the three seconds it should be. */
const mostSilentMs = 15_000

type Client = Awaited<ReturnType<typeof signIn>>

async function dial(): Promise<{ client: Client; callId: string; connect: () => Promise<Telephone> }> {
  const client = await signIn(await createSignInUrl(await stackEnv()))
  const flow = flowRow.parse(await client.query('flows.list')).find(({ name }) => name === 'Appointments')
  const { callId } = started.parse(await client.mutate('calls.start', { flowId: flow?.id, channel: 'phone' }))
  const connect = async () => telephone(line.parse(await client.mutate('calls.connectLine', { callId })).url)
  return { client, callId, connect }
}

type Telephone = Handset & { ended: Promise<void> }

async function telephone(url: string): Promise<Telephone> {
  let end: () => void = () => undefined
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const handset = await openSocketHandset({ url, onEnd: () => end() })
  return { ...handset, ended }
}

/** Waits until the agent has spoken for this long, or has spoken and been quiet for this long. */
async function until(what: string, holds: () => boolean) {
  for (const giveUpAt = Date.now() + 30_000; !holds(); await delay(10))
    if (Date.now() > giveUpAt) throw new Error(`It never happened that ${what}.`)
}

async function whenOver(client: Client, callId: string) {
  const read = async () => callView.parse(await client.query('calls.get', { callId }))
  let view = await read()
  for (let tries = 0; tries < 60 && view.call.status !== 'ended'; tries += 1) {
    await delay(500)
    view = await read()
  }
  return view
}

test('a telephone call is answered, understood, and over when the caller hangs up', async () => {
  const { client, callId, connect } = await dial()
  const phone = await connect()
  await until('the question was asked', () => (phone.hearing.quietMs() ?? 0) > 900)
  await phone.speak(await speak(await stackVariable('SPEECH_SERVER_URL'), 'I would like to book an appointment'))
  const saidAt = Date.now()
  await until('the agent answered', () => (phone.hearing.sounds().at(-1)?.startedAt ?? 0) > saidAt && (phone.hearing.quietMs() ?? 0) > 300)
  await phone.close()
  const view = await whenOver(client, callId)
  expect(view.call).toMatchObject({ status: 'ended', outcome: 'hungUp' })
  expect(JSON.stringify(view.entries)).toContain('"outcome":"book"')
  await expect.poll(() => workflowStatusOf(callId), { timeout: 60_000 }).toBe('COMPLETED')
})

test('a telephone call whose process is killed in mid-word goes on where it was, on the carrier’s next socket', async () => {
  const { client, callId, connect } = await dial()
  const first = await connect()
  await until('the agent spoke', () => first.hearing.soundingSince() !== undefined)
  await delay(300)
  const pid = await conductingPid(callId)
  expect(pid).toBeGreaterThan(0)
  const killedAt = Date.now()
  process.kill(pid ?? 0, 'SIGKILL')
  await first.ended
  const second = await connect()
  await until('the agent spoke again', () => second.hearing.soundingSince() !== undefined)
  const silentMs = (second.hearing.soundingSince() ?? 0) - killedAt
  console.log(`Silent for ${silentMs} ms after the process was killed`)
  expect(silentMs).toBeLessThan(mostSilentMs)
  await until('the question was asked again', () => (second.hearing.quietMs() ?? 0) > 900)
  await second.close()
  const view = await whenOver(client, callId)
  expect(view.call).toMatchObject({ status: 'ended', outcome: 'hungUp' })
  expect(view.entries.some((entry) => entry.kind === 'note' && entry.code === 'RECOVERED')).toBe(true)
})

test('the address of a line works once', async () => {
  const { client, callId } = await dial()
  const { url } = line.parse(await client.mutate('calls.connectLine', { callId }))
  const phone = await telephone(url)
  await expect(telephone(url)).rejects.toThrow('409')
  await phone.close()
  await whenOver(client, callId)
  await expect(client.mutate('calls.connectLine', { callId })).rejects.toThrow('CALL_ENDED')
})
