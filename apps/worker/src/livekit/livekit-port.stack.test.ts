import { randomUUID } from 'node:crypto'
import { connect, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Expectation } from '@parley/flow-runtime'
import { RoomServiceClient } from 'livekit-server-sdk'
import pino from 'pino'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createSpeechProviders, type SpeechProvider, sharedSpeech } from '../speech/providers.ts'
import { contactSampleRate } from '../speech/recogniser.ts'
import { installedProviders } from '../speech-config.ts'
import type { PortEvent } from '../voice-port.ts'
import { createLiveKitPort } from './livekit-port.ts'
import { joinAsContact } from './stand-in-contact.ts'

const { LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET, SPEECH_SERVER_URL } = z
  .object({ LIVEKIT_URL: z.string(), LIVEKIT_API_KEY: z.string(), LIVEKIT_API_SECRET: z.string(), SPEECH_SERVER_URL: z.string() })
  .parse(process.env)
const server = { url: LIVEKIT_URL, apiKey: LIVEKIT_API_KEY, apiSecret: LIVEKIT_API_SECRET }
const installed = installedProviders({ SPEECH_SERVER_URL })
const speech = createSpeechProviders(installed, sharedSpeech(), 'test')
const clock = { now: () => performance.now() }
const question = 'How can I help you today?'
const announcement = 'We are open from nine in the morning until six in the evening on weekdays, and from ten until two on Saturdays.'
const expectation: Expectation = { kind: 'intent', hints: ['I would like to book an appointment', 'stop please', 'speak to a person'] }

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

/** The local voice, and one recogniser with nobody behind it. */
const onlyHeardBy = (env: Parameters<typeof installedProviders>[0]): SpeechProvider[] => [
  ...installedProviders(env),
  ...installed.filter(({ kind }) => kind === 'synthesis'),
]

let booking: Int16Array
let stop: Int16Array
beforeAll(async () => {
  booking = await voiceOf('I would like to book an appointment')
  stop = await voiceOf('stop please')
})

async function voiceOf(text: string) {
  const pieces: number[] = []
  for await (const { pcm } of speech.synthesiser.synthesise({ text, language: 'en', voiceId: 'en-us+f2', sampleRate: 24_000 }))
    pieces.push(...pcm)
  return Int16Array.from(pieces)
}

async function call(providers: readonly SpeechProvider[] = installed) {
  const roomName = `test-${randomUUID()}`
  const events: PortEvent[] = []
  const recorded = { contact: 0, agent: 0 }
  const port = await createLiveKitPort({
    ...server,
    roomName,
    identity: 'agent-1',
    contactIdentity: 'contact',
    speech: createSpeechProviders(providers, sharedSpeech(), 'test'),
    interruption: { enabled: true, minSpeechMs: 120 },
    recorder: {
      contact: (pcm) => {
        recorded.contact += pcm.length / 16
      },
      agent: (pcm) => {
        recorded.agent += pcm.length / 24
      },
    },
    logger: pino({ level: 'silent' }),
    clock,
  })
  open.push(() => port.close())
  port.onEvent((event) => events.push(event))
  const answered = port.answered(10_000)
  const contact = await joinAsContact({ ...server, roomName, identity: 'contact' })
  open.push(() => contact.leave())
  expect(await answered).toBe(true)
  const say = (text: string, interruptible = true) => port.say({ id: text, text, language: 'en', interruptible })
  const listen = (timeoutMs = 8_000) => port.listen({ id: 'l1', language: 'en', timeoutMs, expectation })
  const eventOf = (type: PortEvent['type'], timeout = 10_000) =>
    expect.poll(() => events.find((event) => event.type === type), { timeout, interval: 5 })
  return { port, contact, events, eventOf, say, listen, roomName, recorded }
}

test('the first words reach the contact, the answer reaches the flow, and the room is gone in the end', async () => {
  const { port, contact, events, eventOf, say, listen, roomName, recorded } = await call()
  listen()
  const saidAt = clock.now()
  expect(await say(question)).toMatchObject({ completed: true, heard: question })
  expect((contact.agentSound().beganAt ?? Number.POSITIVE_INFINITY) - saidAt).toBeLessThan(600)
  expect(recorded.agent).toBeGreaterThan(1_000)

  await sleep(400)
  const spoken = await contact.speak(booking)
  await eventOf('contactSaid').toMatchObject({ listenId: 'l1', text: 'i would like to book an appointment', language: 'en' })
  const said = events.find((event) => event.type === 'contactSaid')
  expect(Math.abs((said?.timing.speechEndAt ?? 0) - spoken.to)).toBeLessThan(400)
  expect(said?.timing.endOfTurnAt ?? 0).toBeGreaterThan(said?.timing.speechEndAt ?? 0)

  const last = say('Goodbye.')
  await port.hangUp()
  expect(await last).toMatchObject({ completed: true })
  await expect.poll(() => contact.disconnected()).toBe(true)
  expect(await new RoomServiceClient(LIVEKIT_URL.replace('ws', 'http'), LIVEKIT_API_KEY, LIVEKIT_API_SECRET).listRooms([roomName])).toEqual(
    [],
  )
  await port.hangUp()
  expect(events.map(({ type }) => type)).toEqual(['contactSaid'])
})

test('somebody who interrupts is heard at once, and the agent knows what they had heard', async () => {
  const { contact, eventOf, say, listen } = await call()
  listen()
  const speaking = say(announcement)
  await expect.poll(() => contact.agentSound().beganAt, { interval: 5 }).toBeDefined()
  await sleep(1_200)
  const { from } = await contact.speak(stop)
  const { completed, heard } = await speaking
  expect(completed).toBe(false)
  expect(announcement.startsWith(heard)).toBe(true)
  expect(heard.split(' ').length).toBeGreaterThan(2)
  expect((contact.agentSound().lastAt ?? 0) - from).toBeLessThan(450)
  await eventOf('bargedIn').toBeDefined()
  await eventOf('contactSaid').toMatchObject({ text: 'stop please' })
})

test('a speech that may not be interrupted is finished, whatever the contact says', async () => {
  const { contact, events, say, listen } = await call()
  listen(1_000)
  const speaking = say('One moment please, I am looking it up.', false)
  await sleep(500)
  await contact.speak(stop)
  expect(await speaking).toMatchObject({ completed: true })
  expect(events.filter(({ type }) => type === 'bargedIn' || type === 'contactSaid')).toEqual([])
})

test('silence, keys and leaving are told', async () => {
  const { contact, eventOf, say, listen } = await call()
  listen(500)
  await say('Hello.')
  await eventOf('contactSilent').toEqual({ type: 'contactSilent', listenId: 'l1' })
  await contact.pressKey('5')
  await eventOf('keyPressed').toEqual({ type: 'keyPressed', key: '5' })
  const speaking = say(announcement)
  await sleep(400)
  await contact.leave()
  await eventOf('left').toMatchObject({ by: 'contact' })
  expect(await speaking).toMatchObject({ completed: false })
})

test('a room that vanishes ends the call', async () => {
  const { eventOf, roomName } = await call()
  await new RoomServiceClient(LIVEKIT_URL.replace('ws', 'http'), LIVEKIT_API_KEY, LIVEKIT_API_SECRET).deleteRoom(roomName)
  await eventOf('left').toMatchObject({ type: 'left' })
})

test('nobody comes: not answered', async () => {
  const options = { ...server, roomName: `test-${randomUUID()}`, identity: 'agent-1', contactIdentity: 'contact' }
  const port = await createLiveKitPort({
    ...options,
    speech,
    interruption: { enabled: true, minSpeechMs: 120 },
    logger: pino({ level: 'silent' }),
    clock,
  })
  open.push(() => port.close())
  expect(await port.answered(300)).toBe(false)
})

test('a recogniser that refuses the key is a failure, and the apology is heard', async () => {
  const { contact, eventOf, say, listen } = await call(
    onlyHeardBy({ DEEPGRAM_API_KEY: 'fault:unauthorized', DEEPGRAM_URL: SPEECH_SERVER_URL }),
  )
  listen()
  await eventOf('failed').toEqual({ type: 'failed', stage: 'recognition', code: 'RECOGNITION_UNAUTHORIZED' })
  expect(await say('Sorry, something went wrong.', false)).toMatchObject({ completed: true })
  expect(contact.agentSound().beganAt).toBeDefined()
})

test.each([
  ['at the first word', 0.1],
  ['in the middle', 1],
  ['in the last word', 2],
])('a recogniser that drops the line %s of an answer loses no word', async (_, afterSeconds) => {
  const proxy = await droppingOnce(afterSeconds * contactSampleRate * 2)
  const { contact, eventOf, listen } = await call([
    ...installedProviders({ SPEECH_SERVER_URL: proxy.url }).filter(({ kind }) => kind === 'recognition'),
    ...installed.filter(({ kind }) => kind === 'synthesis'),
  ])
  listen()
  await sleep(300)
  await contact.speak(booking)
  await eventOf('contactSaid', 60_000).toMatchObject({ text: 'i would like to book an appointment' })
  expect(proxy.connections()).toBeGreaterThanOrEqual(2)
})

/** The way to the speech server, which breaks once, when so much was sent on the first connection. */
async function droppingOnce(bytes: number) {
  let connections = 0
  const { hostname, port } = new URL(SPEECH_SERVER_URL)
  const proxy = createServer((client) => {
    connections += 1
    const upstream = connect(Number(port), hostname)
    client.pipe(upstream).pipe(client)
    const end = () => {
      client.destroy()
      upstream.destroy()
    }
    for (const socket of [client, upstream]) socket.on('error', end).on('close', end)
    if (connections > 1) return
    client.on('data', () => {
      if (client.bytesRead > bytes) end()
    })
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  open.push(async () => proxy.close())
  const address = z.object({ port: z.number() }).parse(proxy.address())
  return { url: `http://127.0.0.1:${address.port}`, connections: () => connections }
}
