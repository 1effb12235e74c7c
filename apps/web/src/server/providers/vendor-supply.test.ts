import { createServer, type IncomingMessage } from 'node:http'
import type { ProviderChoice } from '@parley/db'
import { createAddressGuard } from '@parley/net-guard'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createVendorSupply } from './vendor-supply.ts'

type Answer = { status?: number; json?: unknown; bytes?: Buffer } | 'nothing'
const closing: (() => void)[] = []
afterEach(() => {
  vi.unstubAllEnvs()
  for (const close of closing.splice(0)) close()
})

/** A vendor that answers by path, and what it was asked. */
async function vendor(answers: Record<string, Answer>) {
  const asked: { path: string; headers: IncomingMessage['headers']; bytes: number }[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const entry = { path, headers: request.headers, bytes: 0 }
    asked.push(entry)
    request.on('data', (part: Buffer) => {
      entry.bytes += part.length
    })
    const answer = Object.entries(answers).find(([prefix]) => path.startsWith(prefix))?.[1] ?? { status: 404, json: {} }
    if (answer === 'nothing') return
    request.on('end', () => {
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' })
      response.end(answer.bytes ?? JSON.stringify(answer.json))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return { url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, asked }
}

const supply = createVendorSupply({ guard: createAddressGuard({ loopback: true }), timeoutMs: 20_000 })
const choice = (more: Partial<ProviderChoice>): ProviderChoice => ({
  ...{ id: 'x', kind: 'synthesis', vendor: 'elevenlabs', apiKey: 'the-key', settings: {}, languages: [] },
  ...more,
})
const speech = { bytes: Buffer.from([0, 1, 255, 255]) }

describe('a key', () => {
  it('of Deepgram is tried with its model on half a second of silence', async () => {
    const { url, asked } = await vendor({
      '/v1/listen?model=nova-9': {
        status: 400,
        json: { err_code: 'Bad Request', err_msg: 'Bad Request: No such model/tier combination found.' },
      },
      '/v1/listen?model=nova-3': { json: { metadata: {}, results: { channels: [] } } },
    })
    const test = (vendor: 'deepgram' | 'deepgram-flux', model?: string) =>
      supply.testProvider(choice({ kind: 'recognition', vendor, settings: { url, model } }))
    expect(await test('deepgram')).toMatchObject({ ok: true })
    expect(asked[0]).toMatchObject({ bytes: 44 + 24_000, headers: { authorization: 'Token the-key' } })
    expect(await test('deepgram', 'nova-9')).toMatchObject({ ok: false, code: 'MODEL_UNKNOWN' })
    expect(await test('deepgram-flux', 'flux-general-en')).toMatchObject({ ok: true })
    expect(await test('deepgram-flux', 'nova-3')).toMatchObject({ ok: false, code: 'MODEL_UNKNOWN' })
  })

  it('of an OpenAI-compatible server is tried with a word of its model, without what the machine knows of other accounts', async () => {
    vi.stubEnv('OPENAI_ORG_ID', 'of-the-installation')
    const { url, asked } = await vendor({
      '/v1/chat/completions': { json: { choices: [{ message: { role: 'assistant', content: 'ready' } }] } },
    })
    expect(
      await supply.testProvider(choice({ kind: 'model', vendor: 'openai', settings: { url: `${url}/v1/`, model: 'llama' } })),
    ).toMatchObject({
      ok: true,
    })
    expect(asked[0]?.headers.authorization).toBe('Bearer the-key')
    expect(JSON.stringify(asked)).not.toContain('of-the-installation')
  })

  it.each([
    ['KEY_REFUSED', 'deepgram', 401, { err_code: 'INVALID_AUTH', err_msg: 'Invalid credentials.' }],
    ['QUOTA_USED_UP', 'deepgram', 402, { err_code: 'ASR_PAYMENT_REQUIRED', err_msg: 'Project does not have enough credits.' }],
    [
      'MODEL_UNKNOWN',
      'deepgram',
      403,
      { err_code: 'INSUFFICIENT_PERMISSIONS', err_msg: 'Project does not have access to the requested model.' },
    ],
    ['RATE_LIMITED', 'deepgram', 429, { err_code: 'TOO_MANY_REQUESTS', err_msg: 'Too many requests.' }],
    [
      'KEY_REFUSED',
      'openai',
      401,
      { error: { code: 'invalid_api_key', type: 'invalid_request_error', message: 'Incorrect API key provided.' } },
    ],
    ['QUOTA_USED_UP', 'openai', 429, { error: { code: 'insufficient_quota', type: 'insufficient_quota', message: 'See your plan.' } }],
    [
      'RATE_LIMITED',
      'openai',
      429,
      { error: { code: 'rate_limit_exceeded', type: 'requests', message: 'Rate limit reached for the model.' } },
    ],
    ['MODEL_UNKNOWN', 'openai', 404, { error: { code: 'model_not_found', message: 'The model does not exist.' } }],
    ['MODEL_UNKNOWN', 'openai', 400, { object: 'error', type: 'invalid_model', code: '1500', message: 'Invalid model: small' }],
    ['KEY_REFUSED', 'openai', 400, [{ error: { code: 400, status: 'INVALID_ARGUMENT', message: 'API key not valid.' } }]],
    ['ANSWERED_OTHERWISE', 'openai', 503, { error: { message: 'The model is overloaded.' } }],
    ['ANSWERED_OTHERWISE', 'openai', 200, 'a page'],
    ['ANSWERED_OTHERWISE', 'deepgram', 200, { hello: 'world' }],
  ] as const)('%s is what %s means by %i', async (code, of, status, json) => {
    const { url } = await vendor({ '/': { status, json } })
    expect(await supply.testProvider(choice({ vendor: of, settings: { url } }))).toMatchObject({ ok: false, code })
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
    const impatient = createVendorSupply({ guard: createAddressGuard({ loopback: true }), timeoutMs: answer === 'nothing' ? 300 : 20_000 })
    expect(await impatient.testProvider(choice({ settings: { url } }))).toMatchObject({ ok: false, code })
  })

  it('is not sent to a private address, nor where nobody answers', async () => {
    const { url, asked } = await vendor({ '/': speech })
    const strict = createVendorSupply({ guard: createAddressGuard({ loopback: false }) })
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
      { voice_id: 'b', name: 'Bob', labels: {}, preview_url: null, a_later_field: 1 },
    ]
    const { url, asked } = await vendor({
      '/v2/voices?page_size=100&search=warm+%26+low&next_page_token=more': {
        json: { voices: voices.slice(1), has_more: false, total_count: 2 },
      },
      '/v2/voices?page_size=100&search=warm+%26+low': {
        json: { voices: voices.slice(0, 1), has_more: true, total_count: 2, next_page_token: 'more' },
      },
    })
    expect(await supply.listVoices(choice({ settings: { url } }), { search: 'warm & low' })).toEqual([
      { id: 'a', name: 'Anna', language: 'en' },
      { id: 'a', name: 'Anna', language: 'fr' },
      { id: 'b', name: 'Bob', language: '' },
    ])
    expect(asked).toHaveLength(2)
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
