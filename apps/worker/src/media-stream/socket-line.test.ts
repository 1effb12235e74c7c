import { setTimeout as sleep } from 'node:timers/promises'
import { encodeMuLaw } from '@parley/audio'
import type { MediaTokenUse } from '@parley/db'
import { openSocketHandset } from '@parley/testing'
import { pino } from 'pino'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { LineEvent } from '../turn-taking/line.ts'
import { type MediaServer, startMediaServer } from './media-server.ts'
import { createSocketLine, type SocketNote } from './socket-line.ts'

const tenantId = '0190f5a4-0000-7000-8000-000000000002'
const callId = '0190f5a4-0000-7000-8000-000000000001'
const logger = pino({ level: 'silent' })
const clock = { now: Date.now }
const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0)) await each.close()
})

async function media(options: { slots?: number; use?: (token: string) => MediaTokenUse } = {}) {
  const used = new Set<string>()
  const once = (token: string): MediaTokenUse => {
    if (used.has(token)) return { state: 'used', tenantId, callId, lineId: callId }
    used.add(token)
    return { state: 'open', tenantId, callId, lineId: callId }
  }
  const arrivals: string[] = []
  const server = await startMediaServer({
    host: '127.0.0.1',
    port: 0,
    logger,
    slots: options.slots ?? 5,
    consumeToken: async (token) => (options.use ?? once)(token),
    onArrival: async (call) => void arrivals.push(call.callId),
  })
  open.push(server)
  return { server, arrivals, urlOf: (token: string) => `ws://127.0.0.1:${server.port}/media/twilio/${token}` }
}

/** A call whose carrier sends whatever a test wants, and the line we have of it. */
async function call(onSend?: Parameters<typeof openSocketHandset>[0]['onSend']) {
  const { server, urlOf } = await media()
  const state = { ended: false, lost: 0 }
  const handset = await openSocketHandset({ url: urlOf('one'), onSend, onEnd: () => (state.ended = true) })
  open.push(handset)
  const { line, events, notes } = await lineOf(server, () => {
    state.lost += 1
  })
  return { handset, line, events, notes, state }
}

async function lineOf(server: MediaServer, onLost: () => void) {
  const arrived = await server.claim(callId)
  if (!arrived) throw new Error('The socket did not arrive.')
  const events: LineEvent[] = []
  const notes: SocketNote[] = []
  const line = createSocketLine(arrived.socket, { ...arrived, clock, onLost, onNote: (note) => notes.push(note) })
  line.onEvent((event) => events.push(event))
  return { line, events, notes }
}

const tone = (ms: number, rate: number) =>
  Int16Array.from({ length: (ms * rate) / 1_000 }, (_, i) => Math.round(8_000 * Math.sin((2 * Math.PI * 440 * i) / rate)))
const audioMs = (events: LineEvent[]) => events.reduce((sum, event) => sum + (event.type === 'audio' ? event.pcm.length / 16 : 0), 0)
const loudestOf = (events: LineEvent[]) =>
  Math.max(0, ...events.flatMap((event) => (event.type === 'audio' ? [...event.pcm].map(Math.abs) : [])))

test('sound goes both ways at the line’s own rate, keys come through, and a stop is the contact’s leaving', async () => {
  const { handset, line, events, state } = await call()
  expect(line.output.sampleRate).toBe(8_000)
  await handset.speak(tone(400, 48_000))
  await handset.press('7')
  for (let at = 0; at < 10; at += 1) line.output.play(tone(20, 8_000))
  await sleep(300)
  expect(loudestOf(events)).toBeGreaterThan(6_000)
  expect(audioMs(events)).toBeGreaterThan(500)
  expect(events).toContainEqual({ type: 'key', key: '7' })
  const [heard] = handset.hearing.sounds()
  expect((heard?.lastAt ?? 0) - (heard?.startedAt ?? 0)).toBeGreaterThanOrEqual(180)
  await handset.close()
  await sleep(50)
  expect(events.at(-1)).toEqual({ type: 'left', by: 'contact', code: undefined })
  expect(state.lost).toBe(0)
})

test('what was not played is dropped at once by a clear; a hang-up waits until the rest was heard', async () => {
  const { handset, line, state } = await call()
  for (let at = 0; at < 50; at += 1) line.output.play(tone(20, 8_000))
  await sleep(200)
  line.output.clear()
  await sleep(100)
  const [heard] = handset.hearing.sounds()
  expect((heard?.lastAt ?? 0) - (heard?.startedAt ?? 0)).toBeLessThan(400)
  const startedAt = Date.now()
  for (let at = 0; at < 20; at += 1) line.output.play(tone(20, 8_000))
  await line.hangUp()
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(390)
  await sleep(50)
  expect(state.ended).toBe(true)
})

test('a socket that dies, and one that is open and dead, are lines that were lost', async () => {
  const dropped = await call()
  dropped.handset.drop()
  const silent = await call((message) => ('media' in message ? undefined : message))
  await sleep(100)
  expect(dropped.state.lost).toBe(1)
  expect(dropped.events.some(({ type }) => type === 'left')).toBe(false)
  await sleep(6_500)
  expect(silent.state.lost).toBe(1)
}, 20_000)

test('keys are pressed as tones', async () => {
  const { handset, line } = await call()
  await line.sendKeys('12')
  expect(handset.hearing.sounds().length).toBeGreaterThan(0)
  expect(handset.hearing.recording().some((sample) => Math.abs(sample) > 10_000)).toBe(true)
})

const frame = (timestamp: number | string, payload: string) =>
  JSON.stringify({ event: 'media', streamSid: 'MZ1', media: { track: 'inbound', chunk: '1', timestamp, payload } })
const loud = encodeMuLaw(tone(20, 8_000)).toString('base64')

/** A socket on which a test writes what it likes after `start`. */
async function raw(messages: (string | Buffer)[], format: object = { encoding: 'audio/x-mulaw', sampleRate: 8_000, channels: 1 }) {
  const { server, urlOf } = await media()
  const socket = new WebSocket(urlOf('raw'))
  await new Promise((resolve) => socket.once('open', resolve))
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  socket.send(JSON.stringify({ event: 'start', streamSid: 'MZ1', start: { mediaFormat: format } }))
  return {
    server,
    socket,
    closed,
    send: () => {
      for (const message of messages) socket.send(message)
    },
  }
}

test.each([
  ['frames of odd sizes', [frame(0, loud.slice(0, 4)), frame('1', encodeMuLaw(tone(97, 8_000)).toString('base64'))], 98],
  ['empty frames', [frame(0, ''), frame(0, loud)], 20],
  ['a hole of 60 ms', [frame(0, loud), frame(80, loud)], 100],
  ['frames out of order and twice', [frame(0, loud), frame(40, loud), frame(20, loud), frame(40, loud)], 60],
  ['an event nobody knows', [JSON.stringify({ event: 'weather' }), frame(0, loud)], 20],
  ['garbage', ['{"event":', 'null', frame(0, '***'), Buffer.from([0, 255, 3]), JSON.stringify({ event: 'media' }), frame(0, loud)], 20],
] satisfies [string, (string | Buffer)[], number][])(
  '%s: the line stays, with sound as long as it should be',
  async (name, messages, expectedMs) => {
    const { server, socket, send } = await raw(messages)
    let lost = 0
    const { events, notes } = await lineOf(server, () => {
      lost += 1
    })
    send()
    await sleep(100)
    expect(lost).toBe(0)
    expect(Math.abs(audioMs(events) - expectedMs)).toBeLessThanOrEqual(3)
    const expected = {
      'a hole of 60 ms': 'SOCKET_FRAMES_LOST',
      'frames out of order and twice': 'SOCKET_FRAMES_LOST',
      'an event nobody knows': 'SOCKET_EVENT_UNKNOWN',
      garbage: 'SOCKET_MESSAGE_INVALID',
    }[name]
    expect([...new Set(notes.map(({ code }) => code))]).toEqual(expected ? [expected] : [])
    socket.terminate()
  },
)

test('another format than the announced protocol’s is refused', async () => {
  const { closed } = await raw([], { encoding: 'audio/x-alaw', sampleRate: 16_000 })
  expect(await closed).toBe(1003)
})

test.each([
  ['unknown', { state: 'unknown' }, 401],
  ['used', { state: 'used', tenantId, callId, lineId: callId }, 409],
  ['expired', { state: 'expired', tenantId, callId, lineId: callId }, 410],
] satisfies [string, MediaTokenUse, number][])('a token that is %s opens nothing', async (_, use, status) => {
  const { urlOf, arrivals } = await media({ use: () => use })
  await expect(openSocketHandset({ url: urlOf('x'), onEnd: () => undefined })).rejects.toThrow(String(status))
  expect(arrivals).toEqual([])
})

test('of many at once with the same token one comes in; a full process and one that drains refuse before', async () => {
  const { server, urlOf } = await media({ slots: 2 })
  const same = await Promise.allSettled(Array.from({ length: 2 }, () => openSocketHandset({ url: urlOf('same'), onEnd: () => undefined })))
  expect(same.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const second = await openSocketHandset({ url: urlOf('second'), onEnd: () => undefined })
  await expect(openSocketHandset({ url: urlOf('third'), onEnd: () => undefined })).rejects.toThrow('503')
  expect(server.calls()).toBe(2)
  await second.close()
  await sleep(50)
  expect(server.calls()).toBe(1)
  expect((await fetch(`http://127.0.0.1:${server.port}/health`)).status).toBe(200)
  server.drain()
  await expect(openSocketHandset({ url: urlOf('fourth'), onEnd: () => undefined })).rejects.toThrow('503')
  expect((await fetch(`http://127.0.0.1:${server.port}/health`)).status).toBe(503)
  for (const each of same) if (each.status === 'fulfilled') await each.value.close()
})
