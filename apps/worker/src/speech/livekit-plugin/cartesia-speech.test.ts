import { type CartesiaBehaviour, type CartesiaStandIn, cartesiaStandIn } from '@parley/testing'
import { afterEach, expect, test } from 'vitest'
import { createSpeechCache } from '../cache.ts'
import { createCircuits } from '../circuits.ts'
import { SpeechError, type SpeechNote } from '../speech-error.ts'
import { createSynthesis } from '../synthesis.ts'
import type { Synthesiser, SynthesisRequest } from '../synthesiser.ts'
import { synthesiserOf } from '../vendors.ts'
import { loadAgents } from './agents.ts'

const servers: CartesiaStandIn[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

async function cartesia(behaviour?: CartesiaBehaviour) {
  // The deadlines of a call are not for the loading, which happens when somebody chooses the vendor.
  await loadAgents()
  const server = await cartesiaStandIn(behaviour)
  servers.push(server)
  const chosen = { id: 'cartesia', kind: 'synthesis', vendor: 'cartesia', apiKey: 'key', languages: [] } as const
  const { synthesiser, scope } = synthesiserOf({ ...chosen, settings: { url: server.url, voiceId: 'anna' } })
  return { server, synthesiser, scope }
}

async function said(synthesiser: Synthesiser, request: Partial<SynthesisRequest> = {}) {
  const words: { text: string; startMs: number; endMs: number }[] = []
  const samples: number[] = []
  const result = () => ({ samples, words, heard: words.map(({ text }) => text) })
  try {
    for await (const piece of synthesiser.synthesise({ text: 'Good morning.', language: 'en', sampleRate: 24_000, ...request })) {
      samples.push(...piece.pcm)
      words.push(...piece.words)
    }
    return result()
  } catch (error) {
    if (!(error instanceof SpeechError)) throw error
    return { ...result(), error: error.code }
  }
}

test.each([24_000, 8_000] as const)('speaks at %i Hz with the times of words, the second time on the same socket', async (sampleRate) => {
  const { server, synthesiser } = await cartesia()
  const { samples, words } = await said(synthesiser, { sampleRate, language: 'fr', voiceId: 'bert' })
  expect(words).toEqual([
    { text: 'Good', startMs: 0, endMs: 200 },
    { text: 'morning.', startMs: 250, endMs: 450 },
  ])
  expect(samples).toHaveLength(sampleRate / 2)
  // The tone sounds where the first word is, and is silent behind it.
  const loudest = (fromMs: number, toMs: number) => Math.max(...samples.slice((fromMs * sampleRate) / 1_000, (toMs * sampleRate) / 1_000))
  expect([loudest(10, 190) > 7_000, loudest(210, 240)]).toEqual([true, 0])
  expect(server.speeches).toEqual([{ text: 'Good morning.', language: 'fr', model: 'sonic-3', voiceId: 'bert', sampleRate }])
  await said(synthesiser, { sampleRate, language: 'fr', voiceId: 'bert' })
  expect([server.speeches.length, server.sockets.length]).toEqual([2, 1])
})

test.each([
  [401, 'SYNTHESIS_UNAUTHORIZED'],
  [402, 'SYNTHESIS_UNAUTHORIZED'],
  [429, 'SYNTHESIS_RATE_LIMITED'],
  [503, 'SYNTHESIS_UNAVAILABLE'],
])('a handshake refused with %i is %s, and is tried once', async (refuse, code) => {
  const { server, synthesiser } = await cartesia({ refuse })
  expect(await said(synthesiser)).toMatchObject({ samples: [], error: code })
  expect(server.sockets).toHaveLength(1)
})

test('a voice that the account does not have is unknown; an error of theirs is not', async () => {
  const unknown = await cartesia({
    deny: ({ voiceId }) => (voiceId === 'bert' ? { status_code: 404, error: 'Voice not found' } : undefined),
  })
  expect(await said(unknown.synthesiser, { voiceId: 'bert' })).toMatchObject({ samples: [], error: 'SYNTHESIS_REFUSED' })
  expect(await said(unknown.synthesiser)).toMatchObject({ heard: ['Good', 'morning.'] })
  const broken = await cartesia({ deny: () => ({ status_code: 500, error: 'internal' }) })
  expect(await said(broken.synthesiser, { voiceId: 'bert' })).toMatchObject({ samples: [], error: 'SYNTHESIS_UNAVAILABLE' })
})

test('a socket that drops in the middle of a sentence leaves what was heard, and the next provider goes on from the cut word', async () => {
  const text = 'One two three four five six seven.'
  const drops = { failsAfter: { words: 5, how: 'drop' } } as const
  const alone = await said((await cartesia(drops)).synthesiser, { text })
  expect(alone).toMatchObject({ error: 'SYNTHESIS_BROKEN', heard: text.split(' ').slice(0, alone.heard.length) })
  expect(alone.samples.length).toBeGreaterThan(0)

  const [first, second] = [await cartesia(drops), await cartesia()]
  const cache = createSpeechCache()
  const circuits = createCircuits({ now: () => 0 })
  const candidateOf = (id: string, { synthesiser, scope }: typeof first) => ({
    id,
    languages: [],
    service: cache.keeping(synthesiser, `${id} ${scope}`),
    circuit: circuits.of('tenant', id),
  })
  const notes: SpeechNote[] = []
  const both = createSynthesis([candidateOf('first', first), candidateOf('second', second)])
  const { samples, words } = await said(both, { text, onNote: (note) => notes.push(note) })
  expect(notes).toEqual([{ code: 'PROVIDER_FALLBACK', detail: 'SYNTHESIS_BROKEN' }])
  const rest = second.server.speeches[0]?.text ?? ''
  expect(text.endsWith(rest)).toBe(true)
  expect(rest.length).toBeLessThan(text.length)
  expect(samples.length).toBeGreaterThanOrEqual(rest.split(' ').length * 6_000)
  expect(words.at(-1)).toMatchObject({ text: 'seven.' })
})

test('a speech that nobody wants any more ends, with its socket', async () => {
  const abort = new AbortController()
  const { server, synthesiser } = await cartesia({ failsAfter: { words: 2, how: 'stall' } })
  const pieces = synthesiser.synthesise({ text: 'One two three.', language: 'en', sampleRate: 24_000, signal: abort.signal })
  await expect(
    (async () => {
      for await (const { pcm } of pieces) if (pcm.length > 0) abort.abort()
    })(),
  ).rejects.toBeInstanceOf(SpeechError)
  await expect.poll(server.open, { timeout: 60_000 }).toBe(0)
})
