import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { lineFromWav, openSocketHandset, rms, type SocketProtocolName, socketProtocols } from '@parley/testing'
import { createLocalEngine } from '@parley/understanding'
import { pino } from 'pino'
import { afterEach, describe, expect, test } from 'vitest'
import { givenWords } from '../../test/greeting-sound.ts'
import { type MediaServer, startMediaServer } from '../media-stream/media-server.ts'
import { createSocketLine } from '../media-stream/socket-line.ts'
import { createLinePort } from '../turn-taking/line-port.ts'
import type { Transfer } from '../voice-port.ts'
import type { CallColleague } from './colleague-calls.ts'
import { createWarmTransfer } from './warm-transfer.ts'

const tenantId = '0190f5a4-0000-7000-8000-000000000002'
const callId = '0190f5a4-0000-7000-8000-000000000001'
const lineId = '0190f5a4-0000-7000-8000-000000000003'
const clock = { now: Date.now }
const wanted: Transfer = {
  id: 'e5',
  to: '+33699999999',
  mode: 'warm',
  briefing: 'Ann wants a cleaning.',
  timeoutMs: 20_000,
  language: 'en',
}
const yes = fileURLToPath(new URL('../../../../e2e/fixtures/yes.wav', import.meta.url))
const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close()
})

const tone = (ms: number, rate: number, hertz = 440) =>
  Int16Array.from({ length: (ms * rate) / 1_000 }, (_, i) => Math.round(8_000 * Math.sin((2 * Math.PI * hertz * i) / rate)))
async function until(moment: () => boolean) {
  for (const startedAt = Date.now(); !moment(); await sleep(10)) if (Date.now() - startedAt > 60_000) throw new Error('It never came.')
}
const isLoud = (pcm: Int16Array) => pcm.some((sample) => Math.abs(sample) > 6_000)

/** Every voice is half a second of a tone that is softer than people. */
async function* spoken({ sampleRate }: { sampleRate: number }) {
  yield { pcm: tone(500, sampleRate, 300).map((sample) => sample / 2), words: [] }
}

type Rate = 8_000 | 16_000 | 24_000
async function handsetAt(server: MediaServer, name: SocketProtocolName, rate: Rate, token: string) {
  const state = { ended: false }
  const url = `ws://127.0.0.1:${server.port}/media/${name}/${token}`
  const handset = await openSocketHandset({ url, protocol: socketProtocols[name]({ rate }), onEnd: () => (state.ended = true) })
  open.push(handset)
  return { ...handset, state }
}

/** A caller on a carrier's line, and a colleague who takes the telephone when they are called; `words`: what is understood of what they say. */
async function call(name: SocketProtocolName, rate: Rate, { answers = true, words = '' } = {}) {
  const server = await startMediaServer({
    host: '127.0.0.1',
    port: 0,
    logger: pino({ level: 'silent' }),
    slots: 1,
    consumeToken: async (token) => ({ state: 'open', tenantId, callId, lineId: token === 'caller' ? callId : lineId }),
    onArrival: async () => undefined,
  })
  open.push(server)
  const caller = await handsetAt(server, name, rate, 'caller')
  const arrived = await server.claim(callId)
  if (!arrived) throw new Error('The socket did not arrive.')
  const line = createSocketLine(arrived.socket, { ...arrived, clock, onLost: () => undefined, onNote: () => undefined })
  const notes: string[] = []
  const released: string[] = []
  const asked: object[] = []
  const ofColleague: { handset?: Awaited<ReturnType<typeof handsetAt>> } = {}
  const callColleague: CallColleague = (order) => {
    asked.push(order)
    const { arrived: socket, forget } = server.expect(lineId)
    if (answers) handsetAt(server, name, rate, 'colleague').then((handset) => (ofColleague.handset = handset))
    return {
      answered: socket.then((there) => ({ socket: there })),
      async release() {
        forget()
        released.push(order.effectId)
      },
    }
  }
  const speech = { recogniser: givenWords(words), synthesiser: { synthesise: spoken } }
  const recorded: { contact: Int16Array[]; agent: Int16Array[] } = { contact: [], agent: [] }
  const port = createLinePort(line, {
    clock,
    speech,
    interruption: { enabled: true, minSpeechMs: 120 },
    recorder: { contact: (pcm) => void recorded.contact.push(pcm), agent: (pcm) => void recorded.agent.push(pcm) },
    warmTransfer: createWarmTransfer({
      speech,
      callColleague,
      understand: createLocalEngine(),
      timeZone: 'Europe/Paris',
      clock,
      onNote: ({ code, detail }) => notes.push(`${code} ${detail}`),
    }),
  })
  open.push(port)
  /** The colleague, who hears the briefing now. */
  const colleague = async () => {
    await until(() => (ofColleague.handset?.hearing.sounds().length ?? 0) > 0)
    if (!ofColleague.handset) throw new Error('Nobody was called.')
    return ofColleague.handset
  }
  return { port, caller, colleague, notes, released, asked, recorded }
}

describe.each([
  ['twilio', 8_000],
  ['exotel', 8_000],
  ['vonage', 16_000],
] satisfies [SocketProtocolName, Rate][])('%s', (name, rate) => {
  test('the caller is held, the colleague briefed and asked; who accepts talks with the caller until one hangs up', async () => {
    const { port, caller, colleague, notes, released, asked, recorded } = await call(name, rate)
    const outcome = port.transfer(wanted)
    await until(() => caller.hearing.sounds().length > 0)
    const other = await colleague()
    expect(asked).toEqual([{ effectId: 'e5', to: wanted.to, ringMs: wanted.timeoutMs }])
    await other.press('1')
    expect(await outcome).toBe('connected')
    recorded.agent.length = 0
    const bridged = port.bridged(new AbortController().signal)

    await caller.speak(tone(600, 48_000))
    await until(() => isLoud(other.hearing.recording()))
    expect(isLoud(caller.hearing.recording())).toBe(false)
    await other.speak(tone(600, 48_000))
    await until(() => isLoud(caller.hearing.recording()))
    expect(recorded.contact.some(isLoud)).toBe(true)
    await until(() => recorded.agent.some(isLoud))

    const before = other.hearing.sounds().length
    await caller.press('7')
    await until(() => other.hearing.sounds().length > before)
    expect(released).toEqual([])
    await other.close()
    expect(await bridged).toBe(true)
    expect(notes).toEqual(['COLLEAGUE_ANSWERED accepted', 'BRIDGE_ENDED colleague'])
    expect([released, caller.violations, other.violations]).toEqual([['e5'], [], []])
  })
})

test('what is said in the bridge comes at once and whole, both ways at the same time', async () => {
  const { port, caller, colleague } = await call('twilio', 8_000)
  const outcome = port.transfer(wanted)
  const other = await colleague()
  await other.press('1')
  await outcome
  await sleep(400)
  const [said, answered] = await Promise.all([caller.speak(tone(2_000, 48_000)), other.speak(tone(2_000, 48_000, 600))])
  await sleep(300)
  for (const [ear, from] of [
    [other, said.startedAt],
    [caller, answered.startedAt],
  ] as const) {
    const heard = ear.hearing.recording()
    const at = Math.round(((from - ear.hearing.openedAt) * 8_000) / 1_000)
    expect(rms(heard.slice(at + 2_400, at + 14_400))).toBeGreaterThan(4_500)
  }
  await caller.close()
  expect(await port.bridged(new AbortController().signal)).toBe(true)
  await until(() => other.state.ended)
})

test('a colleague accepts by word', async () => {
  const { port, colleague, notes } = await call('vonage', 16_000, { words: 'yes' })
  const outcome = port.transfer(wanted)
  const other = await colleague()
  await until(() => (other.hearing.quietMs() ?? 0) > 300)
  await other.speak(await lineFromWav(yes))
  expect(await outcome).toBe('connected')
  expect(notes).toEqual(['COLLEAGUE_ANSWERED accepted'])
})

test('a colleague who declines or hangs up sends the caller back to the agent, who is heard again', async () => {
  const declined = await call('twilio', 8_000)
  const outcome = declined.port.transfer(wanted)
  const other = await declined.colleague()
  await other.press('2')
  expect(await outcome).toBe('declined')
  await until(() => other.state.ended)
  const said = await declined.port.say({ id: 's1', text: 'They cannot talk now.', language: 'en', interruptible: false })
  expect(said.completed).toBe(true)
  expect(await declined.port.bridged(new AbortController().signal)).toBe(false)
  expect([declined.released, declined.caller.state.ended]).toEqual([['e5'], false])

  const left = await call('twilio', 8_000)
  const second = left.port.transfer(wanted)
  await (await left.colleague()).close()
  expect(await second).toBe('declined')
})

test('a caller who hangs up while the colleague’s telephone rings ends that line', async () => {
  const { port, caller, released, notes } = await call('twilio', 8_000, { answers: false })
  const outcome = port.transfer(wanted)
  await until(() => caller.hearing.sounds().length > 0)
  await caller.close()
  expect(await outcome).toBe('noAnswer')
  expect([released, notes]).toEqual([['e5'], ['COLLEAGUE_NOT_REACHED CALLER_LEFT']])
})
