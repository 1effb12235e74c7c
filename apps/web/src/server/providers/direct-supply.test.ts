import { createServer, type IncomingMessage } from 'node:http'
import type { ProviderChoice } from '@parley/db'
import { afterEach, describe, expect, it } from 'vitest'
import { createAddressGuard } from './address-guard.ts'
import { createDirectSupply } from './direct-supply.ts'

type Answer = { status?: number; json?: unknown; bytes?: Buffer } | 'nothing'
const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A vendor that answers by path, and what it was asked. */
async function vendor(answers: Record<string, Answer>) {
  const asked: { path: string; headers: IncomingMessage['headers'] }[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push({ path, headers: request.headers })
    const answer = Object.entries(answers).find(([prefix]) => path.startsWith(prefix))?.[1] ?? { status: 404, json: {} }
    if (answer === 'nothing') return
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' })
    response.end(answer.bytes ?? JSON.stringify(answer.json))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return { url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, asked }
}

const supply = createDirectSupply({ guard: createAddressGuard({ loopback: true }), timeoutMs: 2_000 })
const choice = (more: Partial<ProviderChoice>): ProviderChoice => ({
  ...{ id: 'x', kind: 'synthesis', vendor: 'elevenlabs', apiKey: 'the-key', settings: {}, languages: [] },
  ...more,
})
const speech = { bytes: Buffer.from([0, 1, 255, 255]) }

describe('a key', () => {
  it('of Deepgram is tried with its model', async () => {
    const models = { json: { stt: [{ name: 'general', canonical_name: 'nova-3-general', architecture: 'nova-3' }], tts: [] } }
    const { url, asked } = await vendor({ '/v1/auth/token': { json: {} }, '/v1/models': models })
    const test = (model?: string) => supply.testProvider(choice({ kind: 'recognition', vendor: 'deepgram', settings: { url, model } }))
    expect(await test()).toMatchObject({ ok: true })
    expect(await test('nova-3-general')).toMatchObject({ ok: true })
    expect(await test('nova-9')).toMatchObject({ ok: false, code: 'MODEL_UNKNOWN' })
    expect(asked[0]?.headers.authorization).toBe('Token the-key')
  })

  it('of an OpenAI-compatible server is tried with its model, also where names are prefixed', async () => {
    const { url, asked } = await vendor({ '/v1/models': { json: { data: [{ id: 'models/gemini-2.5-flash' }, { id: 'llama' }] } } })
    const test = (model: string) => supply.testProvider(choice({ kind: 'model', vendor: 'openai', settings: { url: `${url}/v1/`, model } }))
    expect(await test('gemini-2.5-flash')).toMatchObject({ ok: true })
    expect(await test('llama')).toMatchObject({ ok: true })
    expect(await test('other')).toMatchObject({ ok: false, code: 'MODEL_UNKNOWN', detail: 'other' })
    expect(asked[0]).toMatchObject({ path: '/v1/models', headers: { authorization: 'Bearer the-key' } })
  })

  it('of ElevenLabs is tried with a word in its voice', async () => {
    const { url, asked } = await vendor({ '/v1/text-to-speech/some%20voice/stream': speech })
    const settings = { url, voiceId: 'some voice' }
    expect(await supply.testProvider(choice({ settings }))).toMatchObject({ ok: true })
    expect(asked[0]?.headers['xi-api-key']).toBe('the-key')
  })

  it.each([
    ['KEY_REFUSED', { status: 401, json: { detail: { status: 'invalid_api_key' } } }],
    ['KEY_REFUSED', { status: 403, json: {} }],
    ['QUOTA_USED_UP', { status: 401, json: { detail: { status: 'quota_exceeded' } } }],
    ['VOICE_UNKNOWN', { status: 404, json: { detail: { status: 'voice_not_found' } } }],
    ['MODEL_UNKNOWN', { status: 400, json: { detail: { code: 'model_not_found' } } }],
    ['RATE_LIMITED', { status: 429, json: {} }],
    ['ANSWERED_OTHERWISE', { status: 500, json: {} }],
    ['ANSWERED_OTHERWISE', { status: 302, json: {} }],
    ['ANSWERED_OTHERWISE', { bytes: Buffer.alloc(0) }],
    ['TOO_SLOW', 'nothing'],
  ] as const)('that does not work is told as %s', async (code, answer) => {
    const { url } = await vendor({ '/v1/text-to-speech/': answer })
    const impatient = createDirectSupply({ guard: createAddressGuard({ loopback: true }), timeoutMs: answer === 'nothing' ? 300 : 20_000 })
    expect(await impatient.testProvider(choice({ settings: { url } }))).toMatchObject({ ok: false, code })
  })

  it('is not sent to a private address, nor where nobody answers', async () => {
    const { url, asked } = await vendor({ '/': speech })
    const strict = createDirectSupply({ guard: createAddressGuard({ loopback: false }) })
    expect(await strict.testProvider(choice({ settings: { url } }))).toMatchObject({ ok: false, code: 'ADDRESS_REFUSED' })
    expect(asked).toEqual([])
    const gone = await vendor({})
    for (const close of closing.splice(-1)) close()
    expect(await supply.testProvider(choice({ settings: { url: gone.url } }))).toMatchObject({ ok: false, code: 'UNREACHABLE' })
    expect(await supply.testProvider(choice({ vendor: 'local' }))).toMatchObject({ ok: false, code: 'ENGINE_MISSING' })
  })
})

describe('voices', () => {
  it('are there once for each language they speak', async () => {
    const voices = [
      {
        voice_id: 'a',
        name: 'Anna',
        labels: { language: 'en' },
        verified_languages: [{ language: 'fr' }, { language: 'de' }, { language: 'fr' }],
      },
      { voice_id: 'b', name: 'Bob', labels: {}, preview_url: null },
    ]
    const { url, asked } = await vendor({ '/v2/voices': { json: { voices, has_more: false } } })
    expect(await supply.listVoices(choice({ settings: { url } }), { search: 'warm & low' })).toEqual([
      { id: 'a', name: 'Anna', language: 'fr' },
      { id: 'a', name: 'Anna', language: 'en' },
      { id: 'b', name: 'Bob', language: '' },
    ])
    expect(asked[0]?.path).toBe('/v2/voices?page_size=100&search=warm+%26+low')
  })

  it('say a sentence, and are told the language by models that take it', async () => {
    const { url } = await vendor({ '/v1/text-to-speech/a/stream': speech })
    const sample = { voiceId: 'a', text: 'Hello', language: 'en' }
    expect(await supply.speakSample(choice({ settings: { url } }), sample)).toEqual({ pcm: Int16Array.of(256, -1), sampleRate: 24_000 })
    await expect(supply.speakSample(choice({ settings: { url } }), { ...sample, voiceId: 'b' })).rejects.toMatchObject({
      code: 'ANSWERED_OTHERWISE',
      detail: '404',
    })
  })

  it('are not made up from an answer of another shape', async () => {
    const { url } = await vendor({ '/v2/voices': { json: { items: [] } } })
    await expect(supply.listVoices(choice({ settings: { url } }))).rejects.toMatchObject({ code: 'ANSWERED_OTHERWISE' })
  })
})
