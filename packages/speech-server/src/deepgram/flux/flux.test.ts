import { DeepgramClient } from '@deepgram/sdk'
import { expect, it } from 'vitest'
import { speech, useSpeechServer } from '../../start-for-tests.ts'

const server = useSpeechServer()
const RATE = 16_000
const silence = (ms: number) => Int16Array.from({ length: (RATE * ms) / 1000 }, (_, index) => ((index * 31) % 7) - 3)
type Message = {
  type: string
  event?: string
  transcript?: string
  sequence_id?: number
  turn_index?: number
  end_of_turn_confidence?: number
  thresholds?: object
  code?: string
}

/** The vendor's Flux client on an open socket; audio is pushed at once, the server counts its time from the samples. */
async function openFlux(options: object, kind = 'yesNo') {
  const client = new DeepgramClient({ apiKey: 'any', baseUrl: server.url() })
  const base = { model: 'flux-general-en', encoding: 'linear16', sample_rate: RATE, reconnectAttempts: 0 } as const
  const socket = await client.listen.v2.connect({ ...base, ...options, queryParams: { extra: `expect:${kind}` } })
  const messages: Message[] = []
  socket.on('message', (message) => messages.push(message))
  const failed = new Promise<string>((resolve) => socket.on('error', (error) => resolve(error.message)))
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()))
  socket.connect()
  const events = () => messages.flatMap(({ type, event, transcript }) => (type === 'TurnInfo' ? [[event, transcript]] : []))
  return {
    socket,
    messages,
    failed,
    closed,
    events,
    play: (...parts: Int16Array[]) => {
      for (const part of parts) socket.sendMedia(Buffer.from(part.buffer, part.byteOffset, part.byteLength))
    },
    until: (type: string) =>
      expect.poll(() => messages.some((message) => [message.type, message.event].includes(type)), { timeout: 8000 }).toBe(true),
  }
}

it('tells a turn from its start to its end, every message numbered', async () => {
  const flux = await openFlux({})
  await flux.socket.waitForOpen()
  flux.play(silence(200), await speech(server.url(), 'yes please'), silence(900))
  await flux.until('EndOfTurn')
  expect(flux.messages[0]).toMatchObject({ type: 'Connected', sequence_id: 0 })
  expect(flux.messages.map(({ sequence_id }) => sequence_id)).toEqual(flux.messages.map((_, index) => index))
  expect(flux.events()[0]).toEqual(['StartOfTurn', ''])
  expect(flux.events().at(-1)).toEqual(['EndOfTurn', 'yes please'])
  expect(flux.messages.at(-1)).toMatchObject({ turn_index: 0, end_of_turn_confidence: expect.closeTo(0.7, 1) })
  flux.play(await speech(server.url(), 'no thank you'), silence(900))
  await expect
    .poll(() => flux.events().filter(([event]) => event === 'EndOfTurn'))
    .toEqual([
      ['EndOfTurn', 'yes please'],
      ['EndOfTurn', 'no thank you'],
    ])
  expect(flux.messages.at(-1)?.turn_index).toBe(1)
  flux.socket.sendCloseStream({ type: 'CloseStream' })
  await flux.closed
})

it('tells an early end, takes it back, and keeps its word when nothing follows', async () => {
  const flux = await openFlux({ eager_eot_threshold: 0.3, eot_threshold: 0.9, keyterm: ['cancel my appointment'] }, 'intent')
  await flux.socket.waitForOpen()
  flux.play(await speech(server.url(), 'I would like to cancel my appointment'), silence(400))
  await flux.until('EagerEndOfTurn')
  flux.play(await speech(server.url(), 'tomorrow'), silence(400))
  await expect.poll(() => flux.events().filter(([event]) => event === 'EagerEndOfTurn').length).toBe(2)
  flux.play(silence(600))
  await flux.until('EndOfTurn')
  const told = flux.events().filter(([event]) => event !== 'Update')
  expect(told.map(([event]) => event)).toEqual(['StartOfTurn', 'EagerEndOfTurn', 'TurnResumed', 'EagerEndOfTurn', 'EndOfTurn'])
  expect(told.at(-1)?.[1]).toBe('i would like to cancel my appointment tomorrow')
  expect(told.at(-2)?.[1]).toBe(told.at(-1)?.[1])
  flux.socket.close()
})

it('is configured while it listens, and ends a turn when told to', async () => {
  const flux = await openFlux({})
  await flux.socket.waitForOpen()
  flux.socket.sendConfigure({ type: 'Configure', thresholds: { eot_threshold: 1 }, keyterms: ['book an appointment'] })
  await flux.until('ConfigureSuccess')
  expect(flux.messages.at(-1)).toMatchObject({ thresholds: { eot_threshold: 1, eot_timeout_ms: 5000 }, keyterms: ['book an appointment'] })
  flux.play(await speech(server.url(), 'yes please'), silence(6000))
  await flux.until('Update')
  expect(flux.events().some(([event]) => event === 'EndOfTurn')).toBe(false)
  flux.socket.sendForceEndTurn({ type: 'ForceEndTurn' })
  await flux.until('EndOfTurn')
  flux.socket.sendConfigure({ type: 'Configure', thresholds: { eager_eot_threshold: 2 } })
  await flux.until('ConfigureFailure')
  flux.socket.sendConfigure({ type: 'Configure', language_hints: ['fr'] })
  await expect.poll(() => flux.messages.filter(({ type }) => type === 'ConfigureFailure').length).toBe(2)
  flux.socket.close()
})

it('refuses what Deepgram refuses, and says what broke a connection', async () => {
  expect(await (await openFlux({ model: 'nova-3' })).failed).toContain('400')
  expect(await (await openFlux({ language_hint: 'fr' })).failed).toContain('400')
  expect(await (await openFlux({ eot_threshold: 0.5, eager_eot_threshold: 0.8 })).failed).toContain('400')
  const flux = await openFlux({})
  await flux.socket.waitForOpen()
  flux.socket.socket.send('{"type":"KeepAlive"}')
  await flux.closed
  expect(flux.messages.at(-1)).toMatchObject({ type: 'Error', code: 'UNPARSABLE_CLIENT_MESSAGE', sequence_id: 1 })
})

it('has what a key is tested with', async () => {
  const client = new DeepgramClient({ apiKey: 'any', baseUrl: server.url() })
  expect((await client.manage.v1.projects.list()).projects).toHaveLength(1)
  expect((await client.manage.v1.models.list()).stt?.[0]?.languages).toEqual(['en'])
  const refused = new DeepgramClient({ apiKey: 'fault:unauthorized', baseUrl: server.url() })
  await expect(refused.manage.v1.projects.list()).rejects.toMatchObject({ statusCode: 401 })
})
