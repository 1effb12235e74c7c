import { setTimeout as delay } from 'node:timers/promises'
import { type Contact, type Handset, scriptedContact } from '@parley/testing'
import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { begun, type Client, connected, finished, type Kind, whenOver } from './carrier-studio.ts'
import { conductingPid, workflowStatusOf } from './workflow.ts'

const [caller, accepts, declines, busy, slow] = ['+33644444444', '+33677777771', '+33677777772', '+33611111111', '+33677777773']
const imported = z.object({ flowId: z.string() })

const tone = Int16Array.from({ length: 24_000 }, (_, i) => Math.round(8_000 * Math.sin((2 * Math.PI * 440 * i) / 48_000)))
async function until(moment: () => boolean) {
  for (let tries = 0; tries < 6_000 && !moment(); tries += 1) await delay(10)
}

/** Speaks again and again until the other side hangs up. */
async function talks(handset: Handset, ended: Promise<void>) {
  let over = false
  ended.then(() => {
    over = true
  })
  while (!over) await Promise.race([handset.speak(tone).then(() => delay(1_000)), ended])
}

/** Takes the call when the briefing is under way, and hangs up when the caller was heard. */
async function takesCall(handset: Handset, ended: Promise<void>) {
  await until(() => handset.hearing.sounds().length > 0)
  await handset.press('1')
  await until(() => (handset.hearing.quietMs() ?? 0) > 300)
  const before = handset.hearing.sounds().length
  await Promise.race([until(() => handset.hearing.sounds().length > before), ended])
}

async function refuses(handset: Handset, ended: Promise<void>) {
  await until(() => handset.hearing.sounds().length > 0)
  await handset.press('2')
  await ended
}

const people: Record<string, Contact> = {
  [caller]: { ringMs: 300, talk: talks },
  [accepts]: { ringMs: 300, talk: takesCall },
  [declines]: { ringMs: 300, talk: refuses },
  [busy]: { refuses: 'busy' },
  // Lets it ring for longer than anybody waits.
  [slow]: { ringMs: 120_000 },
}

/** A published flow that puts every caller through to this number. */
async function transferFlow(client: Client, to: string): Promise<string> {
  const node = (id: string, type: string, data: object) => ({ id, type, position: { x: 0, y: 0 }, data })
  const edge = (source: string, sourceHandle: string, target: string) => ({ id: `${source}-${sourceHandle}`, source, sourceHandle, target })
  const document = {
    schemaVersion: 1,
    name: `To ${to}`,
    languages: ['en'],
    start: 'greet',
    variables: [],
    intents: [],
    nodes: [
      node('greet', 'greeting', { text: { en: 'Hello.' } }),
      node('human', 'transfer', { to, mode: 'warm', text: { en: 'One moment, please.' }, briefing: { en: 'Somebody asks for you.' } }),
      node('bye', 'end', { text: { en: 'Nobody can talk to you now. Goodbye.' } }),
    ],
    edges: [
      edge('greet', 'next', 'human'),
      edge('human', 'failed', 'bye'),
      edge('human', 'declined', 'bye'),
      edge('human', 'noAnswer', 'bye'),
    ],
    notes: [],
  }
  const { flowId } = imported.parse(await client.mutate('flows.import', { text: JSON.stringify(document), fileName: 'transfer.flow.json' }))
  await client.mutate('flows.publish', { flowId })
  return flowId
}

for (const [at, kind] of (['twilio', 'vonage', 'exotel'] satisfies Kind[]).entries())
  test(`${kind}: a colleague is called, told and asked; who accepts talks with the caller, who does not leaves the caller to the agent`, async () => {
    test.setTimeout(600_000)
    const own = `+3310000040${at}`
    const { carrier, client, numberId } = await connected(kind, at, own, (number) => people[number] ?? scriptedContact({ says: [] }))
    const outcome = async (to: string) => {
      const flowId = await transferFlow(client, to)
      const { callId } = begun.parse(await client.mutate('calls.dial', { flowId, numberId, to: caller }))
      const { call, entries } = await whenOver(client, callId)
      await expect.poll(() => workflowStatusOf(callId), { timeout: 60_000 }).toBe('COMPLETED')
      return `${call.outcome}${JSON.stringify(entries).includes('"outcome":"declined"') ? ', declined' : ''}`
    }
    expect([await outcome(accepts), await outcome(declines), await outcome(busy)]).toEqual([
      'transferred',
      'completed, declined',
      'completed, declined',
    ])
    expect(carrier.dials.map(({ to }) => to)).toEqual([caller, accepts, caller, declines, caller, busy])
    for (const call of carrier.calls()) {
      expect((await finished(call)).endedAt).toEqual(expect.any(Number))
      expect(call.violations).toEqual([])
    }
    await carrier.close()
  })

test('a process that dies while a colleague’s telephone rings ends that line; the caller comes back, and nobody is called twice', async () => {
  const { carrier, client, numberId } = await connected(
    'twilio',
    0,
    '+33100000500',
    (number) => people[number] ?? scriptedContact({ says: [] }),
  )
  const flowId = await transferFlow(client, slow)
  const { callId } = begun.parse(await client.mutate('calls.dial', { flowId, numberId, to: caller }))
  const ringing = () => carrier.calls().find(({ to, state }) => to === slow && state === 'ringing')
  await expect.poll(ringing, { timeout: 60_000 }).toBeDefined()
  process.kill((await conductingPid(callId)) ?? 0, 'SIGKILL')
  const { call, entries } = await whenOver(client, callId)
  expect(call.outcome).toBe('completed')
  const said = JSON.stringify(entries)
  expect([said.includes('RECOVERED'), said.includes('TRANSFER_INTERRUPTED')]).toEqual([true, true])
  expect(carrier.dials.map(({ to }) => to)).toEqual([caller, slow])
  for (const one of carrier.calls()) expect((await finished(one)).state).toBe(one.to === slow ? 'canceled' : 'completed')
  await carrier.close()
})
