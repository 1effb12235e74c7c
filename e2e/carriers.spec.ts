import { setTimeout as delay } from 'node:timers/promises'
import { type Contact, scriptedContact } from '@parley/testing'
import { expect, test } from '@playwright/test'
import { begun, connected, finished, type Kind, whenOver } from './carrier-studio.ts'
import { stackVariable } from './stack.ts'
import { workflowStatusOf } from './workflow.ts'

/** What people at these numbers do. */
const contacts: Record<string, Contact> = {
  '+33611111111': { refuses: 'busy' },
  '+33622222222': { refuses: 'no-answer', ringMs: 800 },
  '+33633333333': { refuses: 'declined' },
}

/** Those, and everybody else wants an appointment. */
async function people() {
  const speechServerUrl = await stackVariable('SPEECH_SERVER_URL')
  const talker = scriptedContact({ says: ['I would like to book an appointment'], speechServerUrl, ringMs: 500, maxMs: 22_000 })
  return (number: string) => contacts[number] ?? talker
}

test('a telephone is called through each carrier, answered, understood and hung up; who is busy, away or unwilling is told apart', async () => {
  test.setTimeout(400_000)
  const through = async (kind: Kind, at: number) => {
    const own = `+3310000010${at}`
    const { carrier, client, flowId, numberId } = await connected(kind, at, own, await people())
    const dial = async (to: string) => begun.parse(await client.mutate('calls.dial', { flowId, numberId, to })).callId
    const [talked, busy, away, unwilling] = [
      await dial('+33644444444'),
      await dial('+33611111111'),
      await dial('+33622222222'),
      await dial('+33633333333'),
    ]
    const ends = await Promise.all([busy, away, unwilling].map(async (callId) => (await whenOver(client, callId)).call.outcome))
    expect([kind, ends[0], ends[1]]).toEqual([kind, 'busy', 'noAnswer'])
    expect(['busy', 'noAnswer', 'failed']).toContain(ends[2])
    const view = await whenOver(client, talked)
    expect([kind, view.call.status, view.call.outcome]).toEqual([kind, 'ended', 'hungUp'])
    expect(JSON.stringify(view.entries)).toContain('"outcome":"book"')
    await expect.poll(() => workflowStatusOf(talked), { timeout: 60_000 }).toBe('COMPLETED')
    expect(carrier.dials).toHaveLength(4)
    for (const call of carrier.calls()) expect([kind, call.violations]).toEqual([kind, []])
    await carrier.close()
  }
  // One after the other: three people at once are more than the local recognition hears in time on two busy cores.
  for (const [at, kind] of (['twilio', 'vonage', 'exotel'] as const).entries()) await through(kind, at)
})

test('a number is called in; a carrier whose socket dies comes back into the conversation; a forged message is refused', async () => {
  const own = '+33100000200'
  const { carrier, connectionId } = await connected('twilio', 0, own, await people())
  const call = carrier.callIn({ from: '+33655555555', to: own })
  await expect.poll(() => call.onMedia, { timeout: 20_000 }).toBe(true)
  await delay(1_500)
  carrier.dropMedia(call.id)
  await finished(call)
  expect(call.endedBy).toBe('contact')

  const forged = await fetch(new URL(`/api/carriers/${connectionId}/status`, await stackVariable('NEXTAUTH_URL')), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': 'AAAA' },
    body: new URLSearchParams({ CallSid: call.id, CallStatus: 'completed', SequenceNumber: '9' }),
  })
  expect([forged.status, await forged.json()]).toEqual([403, { code: 'CARRIER_MESSAGE_FORGED' }])
  await carrier.close()
})

test('a dial whose answer is lost rings once', async () => {
  const own = '+33100000300'
  const { carrier, client, flowId, numberId } = await connected('twilio', 1, own, await people())
  carrier.setFaults({ dial: () => ({ lost: true, isPlaced: true }) })
  const { callId } = begun.parse(await client.mutate('calls.dial', { flowId, numberId, to: '+33644444444' }))
  expect((await whenOver(client, callId)).call).toMatchObject({ status: 'ended', outcome: 'hungUp' })
  expect(carrier.dials).toHaveLength(1)
  await carrier.close()
})
