import { type CartesiaBehaviour, cartesiaStandIn } from '@parley/testing'
import { afterEach, expect, test } from 'vitest'
import { createCircuits } from '../circuits.ts'
import type { ProviderTurn, RecogniserStream } from '../recogniser.ts'
import { createRecognition } from '../recognition.ts'
import type { SpeechNote } from '../speech-error.ts'
import { recogniserOf } from '../vendors.ts'
import { loadAgents } from './agents.ts'

const open: { close(): unknown }[] = []
afterEach(() => Promise.all(open.splice(0).map((each) => each.close())))

/** As many providers as behaviours, asked in order. */
async function session(...behaviours: CartesiaBehaviour[]) {
  await loadAgents()
  const circuits = createCircuits({ now: () => 0 })
  const servers = await Promise.all(behaviours.map((behaviour) => cartesiaStandIn(behaviour)))
  const candidates = servers.map(({ url }, i) => {
    const id = `cartesia ${i}`
    const service = recogniserOf({ id, kind: 'recognition', vendor: 'cartesia', apiKey: 'key', languages: [], settings: { url } })
    return { id, languages: [], service, circuit: circuits.of('tenant', id) }
  })
  const turns: ProviderTurn[] = []
  const told: string[] = []
  const notes: SpeechNote[] = []
  const stream: RecogniserStream = createRecognition(candidates).open(
    { language: 'en', expectation: { kind: 'free', hints: [] }, sampleRate: 16_000 },
    {
      onTranscript: ({ text }) => told.push(`transcript ${text}`),
      onTurn: (turn) => turns.push(turn),
      onRestart: () => told.push('restart'),
      onFailure: ({ code }) => told.push(code),
      onNote: (note) => notes.push(note),
    },
  )
  open.push(stream, ...servers)
  return { servers, stream, turns, told, notes }
}

/** The plugin sends sound in pieces of 160 ms. */
const piece = 2_560
const sound = (pieces: number) => new Int16Array(pieces * piece).fill(1)

/** Says the first words after one piece of sound, ends the turn after three. */
const hears: CartesiaBehaviour['hear'] = ({ tell }, samples) => {
  if (samples === piece) {
    tell('turn.start')
    tell('turn.update', 'I would')
    tell('turn.eager_end', 'I would')
  }
  if (samples === 2 * piece) {
    tell('turn.resume')
    tell('turn.update', 'I would like to book')
  }
  if (samples === 3 * piece) tell('turn.end', 'I would like to book.')
}

test('turns are told as they are heard, from the first sound on', async () => {
  const { servers, stream, turns, told } = await session({ hear: hears })
  expect([stream.turns, stream.asksEarly]).toEqual([true, false])
  stream.push(sound(3))
  // Cartesia tells none.
  const confidence = 0.9
  await expect
    .poll(() => turns, { timeout: 60_000 })
    .toEqual([
      { kind: 'began', text: '', confidence: 0 },
      { kind: 'began', text: 'I would', confidence },
      { kind: 'eager', text: 'I would', confidence },
      { kind: 'resumed', text: 'I would', confidence },
      { kind: 'began', text: 'I would like to book', confidence },
      { kind: 'ended', text: 'I would like to book.', confidence },
    ])
  expect(told).toEqual([])
  expect(Object.fromEntries(servers[0]?.sockets[0]?.searchParams ?? [])).toEqual({
    model: 'ink-2',
    sample_rate: '16000',
    encoding: 'pcm_s16le',
  })
  stream.close()
  await expect.poll(() => servers[0]?.open(), { timeout: 60_000 }).toBe(0)
})

test('a socket that drops in the middle of an utterance ends no turn: the next one hears the utterance again', async () => {
  const { servers, stream, turns, told } = await session({
    hear: (ears, samples, attempt) => {
      hears(ears, samples, attempt)
      if (attempt === 1 && samples === 2 * piece) ears.drop()
    },
  })
  stream.push(sound(2))
  await expect.poll(() => servers[0]?.sockets.length, { timeout: 60_000 }).toBe(2)
  stream.push(sound(1))
  await expect.poll(() => turns.at(-1), { timeout: 60_000 }).toMatchObject({ kind: 'ended', text: 'I would like to book.' })
  expect(turns.filter(({ kind }) => kind === 'ended')).toHaveLength(1)
  expect(told).toEqual(['restart'])
})

test('a provider whose sockets drop is followed by the next one, which hears the utterance too', async () => {
  const { servers, stream, turns, told, notes } = await session({ hear: ({ drop }) => drop() }, { hear: hears })
  stream.push(sound(3))
  await expect.poll(() => turns.at(-1)?.kind, { timeout: 60_000 }).toBe('ended')
  expect(servers[0]?.sockets).toHaveLength(2)
  expect(told).toEqual(['restart', 'restart'])
  expect(notes).toEqual([{ code: 'PROVIDER_FALLBACK', detail: 'RECOGNITION_UNAVAILABLE' }])
})

test.each([
  [401, 'RECOGNITION_UNAUTHORIZED', 1],
  [429, 'RECOGNITION_RATE_LIMITED', 3],
])('a handshake refused with %i is %s after %i tries', async (refuse, code, tries) => {
  const { servers, told } = await session({ refuse })
  await expect.poll(() => told.at(-1), { timeout: 60_000 }).toBe(code)
  expect(servers[0]?.sockets).toHaveLength(tries)
})
