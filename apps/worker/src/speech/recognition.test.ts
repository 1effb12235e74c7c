import { afterEach, expect, test } from 'vitest'
import { createCircuits } from './circuits.ts'
import { createFluxRecogniser } from './deepgram/flux.ts'
import { createNovaRecogniser } from './deepgram/nova.ts'
import type { ProviderTurn, Transcript } from './recogniser.ts'
import { createRecognition } from './recognition.ts'
import type { SpeechNote } from './speech-error.ts'
import { results, type StandInBehaviour, startStandIn } from './stand-in.ts'

const open: { close(): unknown }[] = []
afterEach(() => Promise.all(open.splice(0).map((each) => each.close())))

const circuits = () => createCircuits({ now: () => 0 })

/** Nova twice, or Flux before Nova, each at a server of its own. */
async function session(first: StandInBehaviour, second: StandInBehaviour, { flux = false, known = circuits() } = {}) {
  const servers = await Promise.all([startStandIn(first), startStandIn(second)])
  const recognisers = servers.map(({ url }, i) =>
    flux && i === 0
      ? createFluxRecogniser({ apiKey: 'key', url })
      : createNovaRecogniser({ apiKey: 'key', model: 'nova-3', url, isLocal: false }),
  )
  const candidates = recognisers.map((service, i) => ({ id: `${i}`, languages: [], service, circuit: known.of('tenant', `${i}`) }))
  const told = {
    transcripts: [] as Transcript[],
    turns: [] as ProviderTurn[],
    failures: [] as string[],
    notes: [] as SpeechNote[],
    restarts: 0,
  }
  const stream = createRecognition(candidates).open(
    { language: 'en', expectation: { kind: 'yesNo', hints: ['yes'] }, sampleRate: 16_000 },
    {
      onTranscript: (transcript) => told.transcripts.push(transcript),
      onTurn: (turn) => told.turns.push(turn),
      onRestart: () => {
        told.restarts += 1
      },
      onFailure: (error) => told.failures.push(error.code),
      onNote: (note) => told.notes.push(note),
    },
  )
  open.push(stream, ...servers)
  return { stream, servers, told }
}

const window = (value: number) => new Int16Array(512).fill(value)

test('when a recogniser breaks in mid-utterance the next one hears the utterance from its beginning, and the wish for an answer', async () => {
  const heard: number[] = []
  const { stream, told } = await session(
    {
      refuse: (attempt) => (attempt > 1 ? 500 : undefined),
      listen: (socket) => {
        let windows = 0
        socket.on('message', () => {
          windows += 1
          if (windows === 2) socket.terminate()
        })
      },
    },
    {
      listen: (socket) =>
        socket.on('message', (data: Buffer, isBinary) => {
          if (isBinary) heard.push(data.readInt16LE(0))
          else socket.send(results('yes', { from_finalize: true }))
        }),
    },
  )
  stream.push(window(9))
  stream.begin()
  stream.push(window(1))
  stream.push(window(2))
  stream.finalize()
  await expect.poll(() => told.transcripts.map(({ text }) => text), { timeout: 5_000 }).toEqual(['yes'])
  expect(heard).toEqual([1, 2])
  expect(told).toMatchObject({ failures: [], notes: [{ code: 'PROVIDER_FALLBACK', detail: 'RECOGNITION_UNAVAILABLE' }] })
  expect(told.restarts).toBeGreaterThan(0)
})

test('one that refuses the key is not asked by the next call', async () => {
  const known = circuits()
  const silent: StandInBehaviour = { listen: () => undefined }
  const first = await session({ refuse: () => 401 }, silent, { known })
  await expect.poll(() => first.told.notes).toEqual([{ code: 'PROVIDER_FALLBACK', detail: 'RECOGNITION_UNAUTHORIZED' }])
  const second = await session({ refuse: () => 401 }, silent, { known })
  await expect.poll(() => second.servers[1]?.requests.length).toBe(1)
  expect(second.servers[0]?.requests).toEqual([])
})

test('clear speech without an answer is heard by the next one instead', async () => {
  const { stream, told } = await session(
    { listen: () => undefined },
    { listen: (socket) => socket.on('message', (_, isBinary) => isBinary && socket.send(results('yes', { is_final: false }))) },
  )
  stream.begin()
  stream.push(window(1))
  stream.restart()
  await expect.poll(() => told.transcripts.map(({ text }) => text)).toEqual(['yes'])
  expect(told.notes).toEqual([{ code: 'PROVIDER_FALLBACK', detail: 'RECOGNITION_TIMEOUT' }])
})

test('when nobody is left it is a failure', async () => {
  const { told } = await session({ refuse: () => 401 }, { refuse: () => 401 })
  await expect.poll(() => told.failures).toEqual(['RECOGNITION_UNAUTHORIZED'])
})

const turnInfo = (event: string, transcript: string) =>
  JSON.stringify({
    type: 'TurnInfo',
    request_id: 'r',
    sequence_id: 1,
    event,
    turn_index: 0,
    audio_window_start: 0,
    audio_window_end: 1,
    transcript,
    words: transcript.split(' ').map((word) => ({ word, confidence: 0.8 })),
    end_of_turn_confidence: 0.6,
  })

test('Flux tells of turns, is told what is expected, and is followed by a recogniser that does not', async () => {
  const { stream, servers, told } = await session(
    {
      refuse: (attempt) => (attempt > 1 ? 401 : undefined),
      listen: (socket) =>
        socket.once('message', () => {
          for (const [event, words] of [
            ['StartOfTurn', 'yes'],
            ['Update', 'yes it'],
            ['EagerEndOfTurn', 'yes it is'],
            ['TurnResumed', 'yes it is'],
            ['EndOfTurn', 'yes it is fine'],
          ] as const)
            socket.send(turnInfo(event, words))
          socket.send(JSON.stringify({ type: 'Error', sequence_id: 9, code: 'INTERNAL', description: 'gone' }))
        }),
    },
    { listen: (socket) => socket.on('message', (_, isBinary) => isBinary && socket.send(results('no', { is_final: false }))) },
    { flux: true },
  )
  expect([stream.turns, stream.asksEarly]).toEqual([true, false])
  stream.push(window(1))
  // What belongs to a turn that has ended is not heard again.
  await expect.poll(() => told.notes.length, { timeout: 5_000 }).toBe(1)
  expect(told.transcripts).toEqual([])
  stream.push(window(2))
  await expect.poll(() => told.transcripts.map(({ text }) => text), { timeout: 5_000 }).toEqual(['no'])
  expect(told.turns.map(({ kind, text }) => [kind, text])).toEqual([
    ['began', 'yes'],
    ['began', 'yes it'],
    ['eager', 'yes it is'],
    ['resumed', 'yes it is'],
    ['ended', 'yes it is fine'],
  ])
  expect([stream.turns, stream.asksEarly]).toEqual([false, true])
  const asked = servers[0]?.requests[0]
  expect(asked?.pathname).toBe('/v2/listen')
  expect(Object.fromEntries(asked?.searchParams ?? [])).toMatchObject({
    model: 'flux-general-en',
    encoding: 'linear16',
    sample_rate: '16000',
    keyterm: 'yes',
    eot_threshold: '0.5',
    eager_eot_threshold: '0.3',
  })
})

test('a contact who may speak several languages is heard in all of them, and the language is told', async () => {
  const server = await startStandIn({
    listen: (socket) =>
      socket.on('message', () => {
        const message = JSON.parse(results('oui bonjour', { from_finalize: true }))
        message.channel.alternatives[0].languages = ['fr', 'en']
        socket.send(JSON.stringify(message))
      }),
  })
  const transcripts: Transcript[] = []
  const stream = createNovaRecogniser({ apiKey: 'key', model: 'nova-3', url: server.url, isLocal: false }).open(
    { language: 'en', languages: ['en', 'fr'], expectation: { kind: 'free', hints: [] }, sampleRate: 16_000 },
    { onTranscript: (transcript) => transcripts.push(transcript), onRestart: () => undefined, onFailure: () => undefined },
  )
  open.push(stream, server)
  stream.begin()
  stream.push(window(1))
  await expect.poll(() => transcripts[0]).toMatchObject({ text: 'oui bonjour', language: 'fr' })
  expect(server.requests[0]?.searchParams.get('language')).toBe('multi')
})
