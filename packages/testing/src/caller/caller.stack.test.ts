import { randomUUID } from 'node:crypto'
import { Room } from '@livekit/rtc-node'
import { AccessToken } from 'livekit-server-sdk'
import { afterEach, expect, it } from 'vitest'
import { z } from 'zod'
import { placeCall } from './caller.ts'
import { callerRate, openMicrophone } from './microphone.ts'

const env = z.object({ LIVEKIT_URL: z.string(), LIVEKIT_API_KEY: z.string(), LIVEKIT_API_SECRET: z.string() }).parse(process.env)
const tone = (ms: number) =>
  Int16Array.from({ length: (callerRate * ms) / 1_000 }, (_, index) =>
    Math.round(6_000 * Math.sin((2 * Math.PI * 440 * index) / callerRate)),
  )
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function tokenFor(room: string, identity: string): Promise<string> {
  const token = new AccessToken(env.LIVEKIT_API_KEY, env.LIVEKIT_API_SECRET, { identity })
  token.addGrant({ roomJoin: true, room, canPublish: true, canSubscribe: true })
  return token.toJwt()
}

const rooms: Room[] = []
afterEach(async () => {
  for (const room of rooms.splice(0)) await room.disconnect()
})

async function join(roomName: string, identity: string) {
  const room = new Room()
  rooms.push(room)
  await room.connect(env.LIVEKIT_URL, await tokenFor(roomName, identity), { autoSubscribe: true, dynacast: false })
  return { mouth: await openMicrophone(room) }
}

it('measures the answer, and hears only agents', async () => {
  const name = `caller-${randomUUID()}`
  const agent = await join(name, 'agent-1')
  const bystander = await join(name, 'bystander')
  const call = placeCall({
    url: env.LIVEKIT_URL,
    token: await tokenFor(name, 'caller'),
    lines: [{ name: 'hello', pcm: tone(500), when: { afterSilenceMs: 300 } }],
    maxMs: 6_000,
    onLine: () => {
      setTimeout(() => void agent.mouth.speak(tone(400)), 500 + 400)
    },
  })
  await pause(600)
  void bystander.mouth.speak(tone(300))
  await pause(900)
  await agent.mouth.speak(tone(400))
  const report = await call
  expect(report.endedBy).toBe('time')
  expect(report.answeredAt ?? 0).toBeGreaterThan(report.joinedAt + 1_000)
  expect(report.lines).toHaveLength(1)
  expect(report.lines[0]?.gapMs).toBeGreaterThan(350)
  expect(report.lines[0]?.gapMs).toBeLessThan(1_000)
  expect(report.sounds).toHaveLength(2)
  await Promise.all([agent.mouth.close(), bystander.mouth.close()])
})

it('leaves in the middle of its sentence', async () => {
  const name = `caller-${randomUUID()}`
  const agent = await join(name, 'agent-1')
  const call = placeCall({
    url: env.LIVEKIT_URL,
    token: await tokenFor(name, 'caller'),
    lines: [{ name: 'long', pcm: tone(4_000), when: { afterSilenceMs: 200 } }],
    hangUp: { line: 'long', afterMs: 600 },
    maxMs: 8_000,
  })
  await pause(1_000)
  await agent.mouth.speak(tone(300))
  const report = await call
  expect(report.endedBy).toBe('caller')
  expect(report.endedAt - report.joinedAt).toBeLessThan(4_000)
  await agent.mouth.close()
})
