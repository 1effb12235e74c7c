import { setTimeout as sleep } from 'node:timers/promises'
import { openSocketHandset, socketProtocols } from '@parley/testing'
import { pino } from 'pino'
import { afterEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { LineEvent } from '../turn-taking/line.ts'
import { startMediaServer } from './media-server.ts'
import { createSocketLine, type SocketNote } from './socket-line.ts'

const tenantId = '0190f5a4-0000-7000-8000-000000000002'
const callId = '0190f5a4-0000-7000-8000-000000000001'
const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close()
})

async function listen() {
  const server = await startMediaServer({
    host: '127.0.0.1',
    port: 0,
    logger: pino({ level: 'silent' }),
    slots: 2,
    consumeToken: async () => ({ state: 'open', tenantId, callId, lineId: callId }),
    onArrival: async () => undefined,
  })
  open.push(server)
  return server
}

type Name = keyof typeof socketProtocols
type Rate = 8_000 | 16_000 | 24_000
async function call(name: Name, rate: Rate) {
  const server = await listen()
  const state = { ended: false, lost: 0 }
  const protocol = socketProtocols[name]({ rate })
  const url = `ws://127.0.0.1:${server.port}/media/${name}/one`
  const handset = await openSocketHandset({ url, protocol, onEnd: () => (state.ended = true) })
  open.push(handset)
  const arrived = await server.claim(callId)
  if (!arrived) throw new Error('The socket did not arrive.')
  const events: LineEvent[] = []
  const notes: SocketNote[] = []
  const onLost = () => {
    state.lost += 1
  }
  const line = createSocketLine(arrived.socket, { ...arrived, clock: { now: Date.now }, onLost, onNote: (note) => notes.push(note) })
  line.onEvent((event) => events.push(event))
  return { handset, line, events, notes, state }
}

const tone = (ms: number, rate: number) =>
  Int16Array.from({ length: (ms * rate) / 1_000 }, (_, i) => Math.round(8_000 * Math.sin((2 * Math.PI * 440 * i) / rate)))
const samplesOf = (events: LineEvent[]) => events.flatMap((event) => (event.type === 'audio' ? [...event.pcm] : []))
async function until(moment: () => boolean) {
  for (const startedAt = Date.now(); !moment(); await sleep(10)) if (Date.now() - startedAt > 10_000) throw new Error('It never came.')
}

describe.each([
  ['twilio', 8_000],
  ['exotel', 8_000],
  ['exotel', 16_000],
  ['exotel', 24_000],
  ['vonage', 8_000],
  ['vonage', 16_000],
  ['vonage', 24_000],
] satisfies [Name, Rate][])('%s at %d', (name, rate) => {
  test('sound and keys go both ways, in pieces the carrier takes', async () => {
    const { handset, line, events, notes } = await call(name, rate)
    await handset.speak(tone(300, 48_000))
    await handset.press('7')
    await until(() => events.some((event) => event.type === 'key'))
    expect(events).toContainEqual({ type: 'key', key: '7' })
    expect(Math.max(...samplesOf(events))).toBeGreaterThan(6_000)
    const { sampleRate } = line.output
    // Of no length in particular: 330 ms in pieces of 33.
    for (let at = 0; at < 10; at += 1) line.output.play(tone(33, sampleRate))
    await until(() => handset.hearing.sounds().length > 0)
    await sleep(450)
    const [heard] = handset.hearing.sounds()
    const heardMs = (heard?.lastAt ?? 0) - (heard?.startedAt ?? 0)
    expect(heardMs).toBeGreaterThanOrEqual(290)
    expect(heardMs).toBeLessThan(500)
    await line.sendKeys('12')
    expect(handset.hearing.recording().some((sample) => Math.abs(sample) > 10_000)).toBe(true)
    expect([handset.violations, notes]).toEqual([[], []])
  })

  test('an interruption drops what was not played; a hang-up waits for the rest and closes the line', async () => {
    const { handset, line, state } = await call(name, rate)
    const { sampleRate } = line.output
    for (let at = 0; at < 100; at += 1) line.output.play(tone(20, sampleRate))
    await sleep(200)
    line.output.clear()
    await sleep(150)
    const heardMs = handset.hearing.sounds().reduce((sum, { startedAt, lastAt }) => sum + lastAt - startedAt, 0)
    expect(heardMs).toBeLessThan(1_500)
    const startedAt = Date.now()
    for (let at = 0; at < 20; at += 1) line.output.play(tone(20, sampleRate))
    await line.hangUp()
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(390)
    await until(() => state.ended)
    expect([state.lost, handset.violations]).toEqual([0, []])
  })

  test('the contact’s hanging up ends the line; a socket that dies is a line that was lost', async () => {
    const left = await call(name, rate)
    await left.handset.close()
    // Vonage says nothing on the socket: its webhook tells that the call is over.
    if (name === 'vonage') await until(() => left.state.lost === 1)
    else await until(() => left.events.at(-1)?.type === 'left')
    const dropped = await call(name, rate)
    dropped.handset.drop()
    await until(() => dropped.state.lost === 1)
    expect(dropped.events.some(({ type }) => type === 'left')).toBe(false)
  })
})

/** What a socket of this carrier is closed with after it has announced itself. */
async function closeCodeOf(path: string, hello: object): Promise<number> {
  const server = await listen()
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`)
  await new Promise((resolve) => socket.once('open', resolve))
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  socket.send(JSON.stringify(hello))
  return closed
}

test.each([
  ['twilio', { event: 'start', streamSid: 'MZ1', start: { mediaFormat: { encoding: 'audio/x-alaw', sampleRate: 8_000 } } }],
  ['exotel', { event: 'start', stream_sid: '1', start: { media_format: { encoding: 'base64', sample_rate: '44100' } } }],
  ['exotel', { event: 'start', stream_sid: '1', start: { media_format: { encoding: 'audio/x-mulaw', sample_rate: '16000' } } }],
  ['vonage', { event: 'websocket:connected', 'content-type': 'audio/l16;rate=11025' }],
  ['vonage', { event: 'websocket:connected', 'content-type': 'audio/opus' }],
])('%s announces a format nobody here speaks: %j', async (name, hello) => {
  expect(await closeCodeOf(`/media/${name}/one`, hello)).toBe(1003)
})
