import { afterEach, expect, test } from 'vitest'
import { type StandIn, type StandInBehaviour, spokenLine, startStandIn } from '../stand-in.ts'
import { createElevenLabsSynthesiser } from './synthesiser.ts'

const servers: StandIn[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

async function provider(speak: NonNullable<StandInBehaviour['speak']>) {
  const server = await startStandIn({ speak })
  servers.push(server)
  return { server, synthesiser: createElevenLabsSynthesiser({ apiKey: 'key', voiceOf: () => 'anna', model: 'flash', url: server.url }) }
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
