import { createConnection } from 'node:net'
import { DeepgramClient } from '@deepgram/sdk'
import { ElevenLabsClient } from '@elevenlabs/elevenlabs-js'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { speech, useSpeechServer } from '../start-for-tests.ts'

const server = useSpeechServer()
const text = 'Good morning, this is the front desk.'

async function put(name: string, options: object): Promise<number> {
  const answer = await fetch(`${server.url()}/sessions/${name}`, { method: 'PUT', body: JSON.stringify(options) })
  return answer.status
}
const counters = async (name: string) => (await fetch(`${server.url()}/sessions/${name}`)).json()
const voice = (apiKey: string) => new ElevenLabsClient({ apiKey, baseUrl: server.url(), maxRetries: 0 }).textToSpeech
const ask = { text, outputFormat: 'pcm_16000' } as const

/** Reads a stream to its end: bytes, and the time to the first and the last, in milliseconds. */
async function read(stream: Promise<ReadableStream<Uint8Array>>) {
  const startedAt = performance.now()
  let firstMs = 0
  let bytes = 0
  for await (const part of await stream) {
    firstMs ||= performance.now() - startedAt
    bytes += part.length
  }
  return { bytes, firstMs, lastMs: performance.now() - startedAt }
}

/** Speaks into a recognition socket at once; everything that comes back until it closes or `ms` have passed. */
async function listen(apiKey: string, ms = 8000) {
  const audio = await speech(server.url(), 'yes please')
  const socket = new WebSocket(`${server.url().replace('http', 'ws')}/v1/listen?extra=expect:yesNo&endpointing=300&vad_events=true`, {
    headers: { authorization: `Token ${apiKey}` },
  })
  const received: { data: Buffer; isBinary: boolean; at: number }[] = []
  let sentAt = 0
  let pong = false
  socket.on('pong', () => {
    pong = true
  })
  const end = await new Promise<string>((resolve) => {
    socket.on('open', () => {
      socket.ping()
      socket.send(Buffer.from(audio.buffer))
      sentAt = performance.now()
      socket.send('{"type":"CloseStream"}')
    })
    socket.on('message', (data: Buffer, isBinary) => received.push({ data, isBinary, at: performance.now() }))
    socket.on('close', (code) => resolve(`closed ${code}`))
    socket.on('error', (error) => resolve(error.message))
    setTimeout(() => resolve('open'), ms)
  })
  socket.terminate()
  return { end, pong, texts: received.map(({ data }) => String(data)), firstMs: (received[0]?.at ?? 0) - sentAt, received }
}

describe('a session is set, read and removed', () => {
  it('counts what was served under its name', async () => {
    expect(await put('counted', {})).toBe(200)
    const { bytes } = await read(voice('counted').stream('en-us', ask))
    await listen('counted')
    expect(await counters('counted')).toMatchObject({
      synthesis: { requests: 1, sockets: 0, bytesOut: bytes, faults: 0, lastError: null },
      recognition: { requests: 0, sockets: 1, faults: 0, bytesIn: expect.any(Number) },
    })
    await fetch(`${server.url()}/sessions/counted`, { method: 'DELETE' })
    expect(await counters('counted')).toEqual({ error: 'no_such_session' })
  })

  it('says what is wrong with its options', async () => {
    expect(await put('wrong', { recognition: { fault: 'sabotage' } })).toBe(400)
    expect(await put('wrong', { delay: 3 })).toBe(400)
    expect(await counters('wrong')).toEqual({ error: 'no_such_session' })
  })
})

describe('synthesis for the vendor client', () => {
  it('is late, in pace or slow', async () => {
    await put('late', { synthesis: { delayMs: 200 } })
    expect((await read(voice('late').stream('en-us', ask))).firstMs).toBeGreaterThanOrEqual(195)
    await put('paced', { synthesis: { paceRealTime: true } })
    const paced = await read(voice('paced').stream('en-us', ask))
    expect(paced.lastMs).toBeGreaterThan((paced.bytes / 32_000) * 1000 - 300)
    await put('slow', { synthesis: { slowStream: 64_000 } })
    const slow = await read(voice('slow').stream('en-us', ask))
    expect(slow.lastMs).toBeGreaterThanOrEqual((slow.bytes / 64_000) * 1000 - 10)
  })

  it('fails as often as it was told', async () => {
    await put('twice', { synthesis: { fault: 'rateLimited', times: 2 } })
    for (const _ of [1, 2]) await expect(voice('twice').stream('en-us', ask)).rejects.toMatchObject({ statusCode: 429 })
    expect((await read(voice('twice').stream('en-us', ask))).bytes).toBeGreaterThan(30_000)
    expect(await counters('twice')).toMatchObject({ synthesis: { requests: 3, faults: 2, lastError: 'rateLimited' } })
  })

  it.each(['silence', 'halfOpen'])('%s: never answers', async (fault) => {
    await put(fault, { synthesis: { fault } })
    await expect(voice(fault).stream('en-us', ask, { timeoutInSeconds: 0.3 })).rejects.toThrow()
  })

  it.each(['drop', 'midUtteranceClose', 'midMessageClose'])('%s: breaks off', async (fault) => {
    await put(fault, { synthesis: { fault, faultAfterMs: 100, paceRealTime: true } })
    await expect(read(voice(fault).stream('en-us', ask))).rejects.toThrow()
    expect(await counters(fault)).toMatchObject({ synthesis: { faults: 1 } })
  })

  it('sends garbage in place of lines', async () => {
    await put('garbage', { synthesis: { fault: 'garbage' } })
    const lines = async () => {
      for await (const line of await voice('garbage').streamWithTimestamps('en-us', ask)) expect(typeof line.audioBase64).toBe('string')
    }
    await expect(lines()).rejects.toThrow()
  })
})

describe('recognition', () => {
  it('is late by as much as it was told', async () => {
    await put('late', { recognition: { delayMs: 400, jitterMs: 100 } })
    const { texts, firstMs } = await listen('late')
    expect(texts[0]).toContain('SpeechStarted')
    expect(texts.join()).toContain('yes please')
    expect(texts.at(-1)).toContain('Metadata')
    expect(firstMs).toBeGreaterThanOrEqual(400)
  })

  it('refuses the vendor client as often as it was told', async () => {
    await put('once', { recognition: { fault: 'unauthorized', times: 1 } })
    const client = new DeepgramClient({ apiKey: 'once', baseUrl: server.url() })
    const samples = Buffer.from((await speech(server.url(), 'yes please')).buffer)
    const hear = () => client.listen.v1.media.transcribeFile(samples, { extra: 'expect:yesNo' }, { maxRetries: 0 })
    await expect(hear()).rejects.toMatchObject({ statusCode: 401 })
    expect(JSON.stringify(await hear())).toContain('yes please')
  })

  it('stays open and mute: silence answers pings, a half-open line does not', async () => {
    await put('mute', { recognition: { fault: 'silence' } })
    expect(await listen('mute', 700)).toMatchObject({ end: 'open', texts: [], pong: true })
    await put('mute', { recognition: { fault: 'halfOpen' } })
    expect(await listen('mute', 700)).toMatchObject({ end: 'open', texts: [], pong: false })
  })

  it('sends garbage: broken JSON, wrong types, bytes', async () => {
    await put('garbage', { recognition: { fault: 'garbage' } })
    const { texts, received } = await listen('garbage')
    expect(() => JSON.parse(texts[0] ?? '{}')).toThrow()
    expect(JSON.parse(texts[1] ?? '{}')).toMatchObject({ type: 'Results', channel: 42 })
    expect(received[2]?.isBinary).toBe(true)
  })

  it.each([
    ['midUtteranceClose', 'closed 1011'],
    ['midMessageClose', 'closed 1006'],
    ['drop', 'closed 1006'],
  ])('%s: %s', async (fault, end) => {
    await put(fault, { recognition: { fault, faultAfterMs: fault === 'drop' ? 10 : 0 } })
    const heard = await listen(fault)
    expect(heard.end).toBe(end)
    expect(heard.texts.join()).not.toContain('Metadata')
  })
})

it('breaks a message in the middle of its frame', async () => {
  await put('cut', { recognition: { fault: 'midMessageClose' } })
  const { hostname, port } = new URL(server.url())
  const raw = createConnection(Number(port), hostname)
  raw.write(
    'GET /v1/listen?extra=expect:yesNo HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n' +
      'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nauthorization: Token cut\r\n\r\n',
  )
  // A masked text frame (mask 0): {"type":"Finalize"}
  const order = Buffer.from('{"type":"Finalize"}')
  raw.write(Buffer.concat([Buffer.from([0x81, 0x80 | order.length, 0, 0, 0, 0]), order]))
  const parts: Buffer[] = []
  for await (const part of raw) parts.push(part)
  const frame = Buffer.concat(parts).subarray(Buffer.concat(parts).indexOf('\r\n\r\n') + 4)
  expect(frame[0]).toBe(0x81)
  const announced = frame.readUInt16BE(2)
  expect(frame.length - 4).toBe(announced >> 1)
})
