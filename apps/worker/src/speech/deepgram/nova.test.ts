import { afterEach, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { RecogniserStream, Transcript } from '../recogniser.ts'
import { results, type StandIn, type StandInBehaviour, startStandIn } from '../stand-in.ts'
import { createNovaRecogniser } from './nova.ts'

const open: { close(): unknown }[] = []
afterEach(() => Promise.all(open.splice(0).map((each) => each.close())))

type Session = { server: StandIn; stream: RecogniserStream; transcripts: Transcript[]; failures: string[]; restarts(): number }

async function session(behaviour: StandInBehaviour, isLocal = false): Promise<Session> {
  const server = await startStandIn(behaviour)
  const transcripts: Transcript[] = []
  const failures: string[] = []
  let restarts = 0
  const recogniser = createNovaRecogniser({ apiKey: 'key', model: 'nova-3', url: server.url, isLocal })
  const stream = recogniser.open(
    { language: 'en', expectation: { kind: 'yesNo', hints: ['yes please', 'no'] }, sampleRate: 16_000 },
    {
      onTranscript: (transcript) => transcripts.push(transcript),
      onRestart: () => {
        restarts += 1
      },
      onFailure: (error) => failures.push(error.code),
    },
  )
  open.push(stream, server)
  return { server, stream, transcripts, failures, restarts: () => restarts }
}

const window = (value: number) => new Int16Array(512).fill(value)

test('asks for what the node expects and turns messages into transcripts', async () => {
  const { server, stream, transcripts } = await session({
    listen: (socket) =>
      socket.on('message', (_, isBinary) => {
        if (isBinary) socket.send(results('yes', { is_final: false }))
        else socket.send(results(' yes please ', { from_finalize: true }))
      }),
  })
  stream.begin()
  stream.push(window(1))
  stream.finalize()
  await expect
    .poll(() => transcripts)
    .toEqual([
      { text: 'yes', confidence: 0.9, isFinal: false, settled: false },
      { text: 'yes please', confidence: 0.9, isFinal: true, settled: true },
    ])
  const query = server.requests[0]?.searchParams
  expect(query?.getAll('keyterm')).toEqual(['yes please', 'no'])
  expect(Object.fromEntries(query ?? [])).toMatchObject({
    extra: 'expect:yesNo',
    model: 'nova-3',
    sample_rate: '16000',
    encoding: 'linear16',
  })
})

test('a dropped socket is replaced and hears the whole utterance and the wish for an answer again', async () => {
  const heard: number[][] = [[], []]
  const { stream, transcripts, failures, restarts } = await session({
    listen: (socket, attempt) =>
      socket.on('message', (data: Buffer, isBinary) => {
        if (isBinary) heard[attempt - 1]?.push(data.readInt16LE(0))
        else if (attempt === 2) socket.send(results('yes', { from_finalize: true }))
        if (attempt === 1 && heard[0]?.length === 2) socket.terminate()
      }),
  })
  stream.push(window(9))
  stream.begin()
  stream.push(window(1))
  stream.push(window(2))
  await expect.poll(() => restarts()).toBe(1)
  stream.push(window(3))
  stream.finalize()
  await expect.poll(() => transcripts.map(({ text }) => text)).toEqual(['yes'])
  expect(heard[1]).toEqual([1, 2, 3])
  expect(failures).toEqual([])
})

test.each([
  [400, 'RECOGNITION_REFUSED', 1],
  [401, 'RECOGNITION_UNAUTHORIZED', 1],
  [429, 'RECOGNITION_RATE_LIMITED', 3],
  [500, 'RECOGNITION_UNAVAILABLE', 3],
])('a handshake refused with %i fails as %s after %i sockets', async (status, code, sockets) => {
  const { server, failures } = await session({ refuse: () => status })
  await expect.poll(() => failures, { timeout: 3_000 }).toEqual([code])
  expect(server.requests).toHaveLength(sockets)
})

test('a server that never answers the handshake is given up after three deadlines', async () => {
  const { failures } = await session({ refuse: () => 'never' })
  await expect.poll(() => failures).toEqual(['RECOGNITION_TIMEOUT'])
})

test('a socket that drops again and again is given up', async () => {
  const { server, failures } = await session({ listen: (socket) => socket.close(1011) })
  await expect.poll(() => failures, { timeout: 3_000 }).toEqual(['RECOGNITION_BROKEN'])
  expect(server.requests).toHaveLength(3)
})

test('a socket that drops after every first guess is given up', async () => {
  const { server, stream, failures } = await session({
    listen: (socket) =>
      socket.on('message', () => {
        socket.send(results('yes', { is_final: false }))
        socket.close(1011)
      }),
  })
  stream.begin()
  stream.push(window(1))
  await expect.poll(() => failures, { timeout: 3_000 }).toEqual(['RECOGNITION_BROKEN'])
  expect(server.requests).toHaveLength(3)
})

test('one that is late is asked once more beside, and whichever answers first is the one that counts', async () => {
  const late = async (first: number) => {
    const heard: number[][] = [[], []]
    const sockets: WebSocket[] = []
    const { stream, transcripts, failures, restarts } = await session({
      listen: (socket, attempt) => {
        sockets.push(socket)
        socket.on('message', (data: Buffer, isBinary) => void heard[attempt - 1]?.push(isBinary ? data.readInt16LE(0) : 0))
      },
    })
    await expect.poll(() => sockets.length).toBe(1)
    stream.begin()
    stream.push(window(1))
    stream.restart()
    stream.restart()
    await expect.poll(() => heard[1]).toEqual([1])
    stream.push(window(2))
    stream.finalize()
    await expect
      .poll(() => heard)
      .toEqual([
        [1, 2, 0],
        [1, 2, 0],
      ])
    sockets[first]?.send(results('yes', { from_finalize: true }))
    await expect.poll(() => transcripts.map(({ text }) => text)).toEqual(['yes'])
    await expect.poll(() => sockets[1 - first]?.readyState).toBe(WebSocket.CLOSED)
    expect([sockets.length, failures]).toEqual([2, []])
    return restarts()
  }
  expect(await late(0)).toBe(0)
  expect(await late(1)).toBe(1)
})

test('the one asked beside takes over when the first line breaks, and the next is asked for what is still owed', async () => {
  const sockets: WebSocket[] = []
  const heard: string[] = []
  const { stream, transcripts } = await session({
    listen: (socket, attempt) => {
      sockets.push(socket)
      socket.on('message', (data: Buffer, isBinary) => {
        if (isBinary) heard.push(`${attempt} audio`)
        else if (data.toString().includes('Finalize')) heard.push(`${attempt} asked`)
      })
    },
  })
  await expect.poll(() => sockets.length).toBe(1)
  stream.begin()
  stream.push(window(1))
  stream.restart()
  await expect.poll(() => heard).toContain('2 audio')
  sockets[0]?.terminate()
  stream.finalize()
  stream.finalize()
  await expect.poll(() => heard.filter((what) => what === '2 asked')).toHaveLength(2)
  sockets[1]?.send(results('zero six', { from_finalize: true }))
  await expect.poll(() => transcripts.length).toBe(1)
  sockets[1]?.terminate()
  await expect.poll(() => heard).toContain('3 asked')
})

test('an engine on this machine is not asked again while its line holds', async () => {
  const { server, stream, failures } = await session({}, true)
  await expect.poll(() => server.requests.length).toBe(1)
  await new Promise((resolve) => setTimeout(resolve, 100))
  stream.begin()
  stream.push(window(1))
  stream.restart()
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect([server.requests.length, failures]).toEqual([1, []])
})

test('audio for a socket that closed a moment ago goes to the next one', async () => {
  const { server, stream, restarts, failures } = await session({
    listen: (socket, attempt) => {
      if (attempt === 1) socket.on('message', () => socket.close(1011))
    },
  })
  stream.begin()
  // Also between the closing and the moment it is told.
  for (let i = 0; i < 100_000 && restarts() === 0; i += 1) {
    stream.push(window(1))
    await new Promise((resolve) => setImmediate(resolve))
  }
  await expect.poll(() => server.requests.length).toBe(2)
  expect(failures).toEqual([])
})

test.each([
  ['JSON of wrong types', '{"type":"Results","is_final":"perhaps","channel":42}'],
  ['JSON without what was asked for', '{"type":"Results","is_final":true,"channel":{"alternatives":[{"transcript":7}]}}'],
  ['no JSON', '{"type":"Results","channel":{'],
  ['bytes', Buffer.of(0, 255, 13)],
  ['nothing of the protocol', 'null'],
])('%s: unusable messages are not words and break nothing', async (_, garbage) => {
  const complaints = vi.spyOn(console, 'error')
  const { stream, transcripts, failures } = await session({
    listen: (socket) =>
      socket.on('message', () => {
        socket.send(garbage)
        socket.send(results('yes', { from_finalize: true }))
      }),
  })
  stream.begin()
  stream.push(window(1))
  await expect.poll(() => transcripts.map(({ text }) => text)).toEqual(['yes'])
  expect(failures).toEqual([])
  expect(complaints).not.toHaveBeenCalled()
})
