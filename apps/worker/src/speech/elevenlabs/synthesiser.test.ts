import { afterEach, expect, test } from 'vitest'
import { withAttempts } from '../attempts.ts'
import { SpeechError } from '../speech-error.ts'
import { type StandIn, type StandInBehaviour, spokenLine, startStandIn } from '../stand-in.ts'
import type { SpeechNote, Synthesiser, SynthesisRequest } from '../synthesiser.ts'
import { createElevenLabsSynthesiser } from './synthesiser.ts'

const servers: StandIn[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

async function provider(speak: NonNullable<StandInBehaviour['speak']>) {
  const server = await startStandIn({ speak })
  servers.push(server)
  return { server, synthesiser: createElevenLabsSynthesiser({ apiKey: 'key', voiceOf: () => 'anna', model: 'flash', url: server.url }) }
}

async function speak(synthesiser: Synthesiser, request: Partial<SynthesisRequest> = {}) {
  const notes: SpeechNote[] = []
  const heard: string[] = []
  let samples = 0
  const startedAt = Date.now()
  try {
    for await (const chunk of synthesiser.synthesise({
      text: 'good morning',
      language: 'en',
      sampleRate: 24_000,
      onNote: (note) => notes.push(note),
      ...request,
    })) {
      samples += chunk.pcm.length
      heard.push(...chunk.words.map((word) => word.text))
    }
    return { samples, heard, notes, tookMs: Date.now() - startedAt }
  } catch (error) {
    if (!(error instanceof SpeechError)) throw error
    return { samples, heard, notes, error: error.code, tookMs: Date.now() - startedAt }
  }
}

test('audio comes with the times of whole words, also when a chunk cuts a word', async () => {
  const { server, synthesiser } = await provider((response) => response.end(spokenLine('good mor') + spokenLine('ning', 800)))
  const times = []
  for await (const { words } of synthesiser.synthesise({ text: 'good morning', language: 'en', sampleRate: 24_000 })) times.push(...words)
  expect(times).toEqual([
    { text: 'good', startMs: 0, endMs: 400 },
    { text: 'morning', startMs: 500, endMs: 1_200 },
  ])
  expect(server.requests[0]?.pathname).toBe('/v1/text-to-speech/anna/stream/with-timestamps')
  expect(server.requests[0]?.searchParams.get('output_format')).toBe('pcm_24000')
})

test.each([
  [401, 'SYNTHESIS_UNAUTHORIZED', 1],
  [404, 'SYNTHESIS_REFUSED', 1],
  [429, 'SYNTHESIS_RATE_LIMITED', 2],
  [500, 'SYNTHESIS_UNAVAILABLE', 2],
])('status %i ends as %s after %i tries', async (status, code, tries) => {
  const { server, synthesiser } = await provider((response) => response.writeHead(status).end('{}'))
  expect(await speak(withAttempts(synthesiser))).toMatchObject({ samples: 0, error: code })
  expect(server.requests).toHaveLength(tries)
})

test('a second try that works is heard whole and noted', async () => {
  const { synthesiser } = await provider((response, attempt) =>
    attempt === 1 ? response.writeHead(500).end() : response.end(spokenLine('good morning')),
  )
  const result = await speak(withAttempts(synthesiser))
  expect(result).toMatchObject({ samples: 28_800, heard: ['good', 'morning'], notes: [{ code: 'PROVIDER_RETRY' }] })
})

test('when the paid voice refuses, the local one speaks', async () => {
  const paid = await provider((response) => response.writeHead(401).end('{}'))
  const local = await provider((response) => response.end(spokenLine('good morning')))
  const result = await speak(withAttempts(paid.synthesiser, local.synthesiser))
  expect(result).toMatchObject({ samples: 28_800, notes: [{ code: 'PROVIDER_FALLBACK', detail: 'SYNTHESIS_UNAUTHORIZED' }] })
  expect(paid.server.requests).toHaveLength(1)
})

test('a paid voice that broke in the middle of a sentence is not asked for the next one', async () => {
  const paid = await provider((response) => response.end(spokenLine('good ')))
  const local = await provider((response) => response.end(spokenLine('good morning')))
  const synthesiser = withAttempts(paid.synthesiser, local.synthesiser)
  expect(await speak(synthesiser)).toMatchObject({ error: 'SYNTHESIS_BROKEN' })
  expect(await speak(synthesiser)).toMatchObject({
    samples: 28_800,
    notes: [{ code: 'PROVIDER_FALLBACK', detail: 'SYNTHESIS_BROKEN' }],
  })
  expect(paid.server.requests).toHaveLength(1)
})

test('a voice that does not exist is spoken by the local one, and leaves the others theirs', async () => {
  const paid = await provider((response, attempt) =>
    attempt === 1 ? response.writeHead(404).end('{}') : response.end(spokenLine('good morning')),
  )
  const local = await provider((response) => response.end(spokenLine('good morning')))
  const synthesiser = withAttempts(paid.synthesiser, local.synthesiser)
  expect(await speak(synthesiser)).toMatchObject({ notes: [{ code: 'PROVIDER_FALLBACK', detail: 'SYNTHESIS_REFUSED' }] })
  expect(await speak(synthesiser)).toMatchObject({ heard: ['good', 'morning'], notes: [] })
})

test('a provider that answers nothing is given up within two deadlines', async () => {
  const { server, synthesiser } = await provider(() => undefined)
  const result = await speak(withAttempts(synthesiser))
  expect(result.error).toBe('SYNTHESIS_TIMEOUT')
  expect(server.requests).toHaveLength(2)
  expect(result.tookMs).toBeLessThan(3_500)
})

test.each([
  ['breaks off', (end: () => void) => setTimeout(end, 20)],
  ['falls silent', () => undefined],
])('half a stream that %s fails with what was heard, without a second try', async (_, then) => {
  const { server, synthesiser } = await provider((response) => {
    response.write(spokenLine('good '))
    then(() => response.destroy())
  })
  expect(await speak(withAttempts(synthesiser))).toMatchObject({ samples: 12_000, heard: ['good'], error: 'SYNTHESIS_BROKEN' })
  expect(server.requests).toHaveLength(1)
})

test('a stream that ends politely in the middle of the text is broken too', async () => {
  const { synthesiser } = await provider((response) => response.end(spokenLine('good ')))
  expect(await speak(withAttempts(synthesiser))).toMatchObject({ error: 'SYNTHESIS_BROKEN' })
})
