import type { ProviderNews } from '@parley/db'
import { afterEach, expect, test } from 'vitest'
import { createSpeechCache } from './cache.ts'
import { createCircuits } from './circuits.ts'
import { createElevenLabsSynthesiser } from './elevenlabs/synthesiser.ts'
import { SpeechError, type SpeechNote } from './speech-error.ts'
import { type StandIn, type StandInBehaviour, spokenLine, startStandIn } from './stand-in.ts'
import { createSynthesis } from './synthesis.ts'
import type { SynthesisRequest } from './synthesiser.ts'

const servers: StandIn[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

/** As many providers as behaviours, asked in order, named `first`, `second`. */
async function providers(...behaviours: NonNullable<StandInBehaviour['speak']>[]) {
  const health: ProviderNews[] = []
  const clock = { now: 1_000_000 }
  const circuits = createCircuits({ now: () => clock.now, onNews: (_, one) => health.push(one) })
  const cache = createSpeechCache()
  const asked: StandIn[] = []
  const candidates = []
  for (const [i, speak] of behaviours.entries()) {
    const server = await startStandIn({ speak })
    servers.push(server)
    asked.push(server)
    const id = ['first', 'second', 'third'][i] ?? 'more'
    const voiceOf = ({ voiceId }: { voiceId?: string }) => voiceId ?? 'house'
    const service = cache.keeping(createElevenLabsSynthesiser({ apiKey: 'key', voiceOf, model: 'flash', url: server.url }), id)
    candidates.push({ id, languages: [], service, circuit: circuits.of('tenant', id) })
  }
  const voices = (n: number) => asked[n]?.requests.map(({ pathname }) => pathname.split('/')[3]) ?? []
  return { synthesis: createSynthesis(candidates), voices, health, clock }
}

async function speak({ synthesis }: Pick<Awaited<ReturnType<typeof providers>>, 'synthesis'>, request: Partial<SynthesisRequest> = {}) {
  const notes: SpeechNote[] = []
  const words: { text: string; startMs: number; endMs: number }[] = []
  let samples = 0
  const result = () => ({ samples, heard: words.map(({ text }) => text), words, notes })
  try {
    const onNote = (note: SpeechNote) => void notes.push(note)
    const asked: SynthesisRequest = { text: 'good morning', language: 'en', sampleRate: 24_000, onNote, ...request }
    for await (const chunk of synthesis.synthesise(asked)) {
      samples += chunk.pcm.length
      words.push(...chunk.words)
    }
    return result()
  } catch (error) {
    if (!(error instanceof SpeechError)) throw error
    return { ...result(), error: error.code }
  }
}

const speaks: NonNullable<StandInBehaviour['speak']> = (response) => response.end(spokenLine('good morning'))
const refuses =
  (status: number): NonNullable<StandInBehaviour['speak']> =>
  (response) =>
    response.writeHead(status).end('{}')

test.each([
  [401, 'SYNTHESIS_UNAUTHORIZED', 1],
  [404, 'SYNTHESIS_REFUSED', 1],
  [429, 'SYNTHESIS_RATE_LIMITED', 2],
  [500, 'SYNTHESIS_UNAVAILABLE', 2],
])('status %i ends as %s after %i tries', async (status, code, tries) => {
  const made = await providers(refuses(status))
  expect(await speak(made)).toMatchObject({ samples: 0, error: code })
  expect(made.voices(0)).toHaveLength(tries)
})

test('a second try that works is heard whole and noted', async () => {
  const made = await providers((response, attempt) =>
    attempt === 1 ? response.writeHead(500).end() : response.end(spokenLine('good morning')),
  )
  expect(await speak(made)).toMatchObject({ samples: 28_800, heard: ['good', 'morning'], notes: [{ code: 'PROVIDER_RETRY' }] })
})

test('when the first voice refuses the next one speaks, and is asked at once the next time', async () => {
  const made = await providers(refuses(401), speaks)
  expect(await speak(made)).toMatchObject({ samples: 28_800, notes: [{ code: 'PROVIDER_FALLBACK', detail: 'SYNTHESIS_UNAUTHORIZED' }] })
  expect(await speak(made, { text: 'good night' })).toMatchObject({ notes: [{ code: 'PROVIDER_FALLBACK', detail: 'CIRCUIT_OPEN' }] })
  expect(made.voices(0)).toHaveLength(1)
  expect(made.health).toMatchObject([{ provider: 'first', open: true, opened: true, code: 'SYNTHESIS_UNAUTHORIZED' }])
})

test('a voice that rests is tried again later and speaks on when it works', async () => {
  const made = await providers(
    (response, attempt) => (attempt < 3 ? response.writeHead(500).end() : speaks(response, attempt, Object.create(null))),
    speaks,
  )
  await speak(made)
  made.clock.now += 31_000
  expect(await speak(made, { text: 'good evening' })).toMatchObject({ notes: [] })
  expect(made.health.map(({ open }) => open)).toEqual([true, false])
})

test.each([
  ['ends early', (end: () => void) => end()],
  ['breaks off', (end: () => void) => setTimeout(end, 20)],
])('a voice that %s in the middle of a sentence is followed by the next from the word that was cut', async (_, then) => {
  const texts: string[] = []
  const made = await providers(
    (response) => {
      // "good " whole and half of the next word.
      response.write(spokenLine('good mor'))
      then(() => response.end())
    },
    (response, __, request) => {
      request.on('data', (body: Buffer) => texts.push(JSON.parse(String(body)).text))
      request.on('end', () => response.end(spokenLine('morning to you')))
    },
  )
  const result = await speak(made, { text: 'good morning to you' })
  expect(texts).toEqual(['morning to you'])
  expect(result).toMatchObject({
    heard: ['good', 'morning', 'to', 'you'],
    notes: [{ code: 'PROVIDER_FALLBACK', detail: 'SYNTHESIS_BROKEN' }],
  })
  expect(result).not.toHaveProperty('error')
  // Eight letters of 100 ms were heard before the second voice began.
  expect(result.words.map(({ startMs }) => startMs)).toEqual([0, 800, 1_600, 1_900])
})

test('a voice alone that breaks says the rest itself', async () => {
  const made = await providers((response, attempt) => response.end(spokenLine(attempt === 1 ? 'good ' : 'morning')))
  expect(await speak(made)).toMatchObject({ heard: ['good', 'morning'], notes: [{ code: 'PROVIDER_RETRY' }] })
})

test('nothing is said twice when everything was said before the line broke', async () => {
  const made = await providers((response) => {
    response.write(spokenLine('good morning '))
    setTimeout(() => response.destroy(), 20)
  })
  expect(await speak(made)).toMatchObject({ heard: ['good', 'morning'], notes: [] })
})

test('a provider that answers nothing is given up after one deadline when another can speak, after two when none can', async () => {
  const both = await providers(() => undefined, speaks)
  expect(await speak(both)).toMatchObject({ samples: 28_800, notes: [{ code: 'PROVIDER_FALLBACK', detail: 'SYNTHESIS_TIMEOUT' }] })
  expect(both.voices(0)).toHaveLength(1)
  const alone = await providers(() => undefined)
  expect(await speak(alone)).toMatchObject({ error: 'SYNTHESIS_TIMEOUT' })
  expect(alone.voices(0)).toHaveLength(2)
})

test('a voice that the provider does not have is replaced by its usual one', async () => {
  const made = await providers((response, _, { url = '' }) =>
    url.includes('/house/')
      ? response.end(spokenLine('good morning'))
      : response.writeHead(404).end('{"detail":{"status":"voice_not_found"}}'),
  )
  expect(await speak(made, { voiceId: 'gone' })).toMatchObject({ samples: 28_800, notes: [{ code: 'VOICE_UNKNOWN', detail: 'gone' }] })
  expect(made.voices(0)).toEqual(['gone', 'house'])
  expect(made.health).toEqual([])
})

test('a voice of another provider is asked of that provider, and its substitute uses a voice of its own', async () => {
  const made = await providers(speaks, speaks)
  await speak(made, { voiceId: 'second/anna' })
  expect([made.voices(0), made.voices(1)]).toEqual([[], ['anna']])
  const broken = await providers(speaks, refuses(401))
  await speak(broken, { voiceId: 'second/anna' })
  expect([broken.voices(0), broken.voices(1)]).toEqual([['house'], ['anna']])
})

test('what was made before is spoken although the provider rests, and a substitute’s speech is not kept as its own', async () => {
  const made = await providers(
    (response, attempt) => (attempt === 1 ? response.end(spokenLine('good morning')) : response.writeHead(401).end()),
    speaks,
  )
  await speak(made)
  await speak(made, { text: 'good night all' })
  expect(await speak(made)).toMatchObject({ samples: 28_800, notes: [] })
  expect(await speak(made, { text: 'good night all' })).toMatchObject({ notes: [{ code: 'PROVIDER_FALLBACK' }] })
  expect(made.voices(1)).toHaveLength(1)
})

test('while the others rest the one that works is asked twice', async () => {
  const made = await providers(refuses(401), (response, attempt) => (attempt === 2 ? undefined : response.end(spokenLine('good morning'))))
  await speak(made)
  expect(await speak(made, { text: 'good evening' })).toMatchObject({
    samples: 28_800,
    notes: [{ code: 'PROVIDER_FALLBACK' }, { code: 'PROVIDER_RETRY', detail: 'SYNTHESIS_TIMEOUT' }],
  })
  expect(made.voices(0)).toHaveLength(1)
})
