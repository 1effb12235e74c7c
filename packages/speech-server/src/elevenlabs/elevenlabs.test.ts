import { ElevenLabsClient } from '@elevenlabs/elevenlabs-js'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { speech, useSpeechServer } from '../start-for-tests.ts'

const server = useSpeechServer()
const client = (apiKey = 'any') => new ElevenLabsClient({ apiKey, baseUrl: server.url(), maxRetries: 0 })
const text = 'Good morning, this is the front desk.'

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

describe('the vendor client', () => {
  it('streams speech that begins and ends at once', async () => {
    const bytes = await bytesOf(await client().textToSpeech.stream('en-us', { text, outputFormat: 'pcm_24000' }))
    const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
    const first = samples.findIndex((sample) => Math.abs(sample) > 300)
    const last = samples.findLastIndex((sample) => Math.abs(sample) > 300)
    expect(samples.length / 24_000).toBeGreaterThan(1.5)
    expect((first / 24_000) * 1000).toBeLessThan(25)
    expect(((samples.length - last) / 24_000) * 1000).toBeLessThan(100)
  })

  it('streams audio with the time of every character', async () => {
    let characters = ''
    const starts: number[] = []
    let bytes = 0
    for await (const chunk of await client().textToSpeech.streamWithTimestamps('en-us', { text, outputFormat: 'pcm_16000' })) {
      bytes += Buffer.from(chunk.audioBase64, 'base64').length
      characters += chunk.alignment?.characters.join('') ?? ''
      starts.push(...(chunk.alignment?.characterStartTimesSeconds ?? []))
    }
    expect(characters).toBe(text)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
    expect(starts[text.indexOf('desk')]).toBeGreaterThan(bytes / 32_000 / 2)
    expect(starts.at(-1)).toBeLessThan(bytes / 32_000)
  })

  it('lists voices and gets the vendor status for what is wrong', async () => {
    const { voices } = await client().voices.getAll()
    expect(voices.map(({ voiceId }) => voiceId)).toContain('en-gb-x-rp')
    await expect(client().textToSpeech.stream('no-such-voice', { text })).rejects.toMatchObject({ statusCode: 404 })
    await expect(client().textToSpeech.stream('en-us', { text, outputFormat: 'mp3_44100_128' })).rejects.toMatchObject({ statusCode: 400 })
    for (const [fault, statusCode] of [
      ['unauthorized', 401],
      ['rateLimited', 429],
      ['error500', 500],
    ] as const) {
      await expect(client(`fault:${fault}`).textToSpeech.stream('en-us', { text })).rejects.toMatchObject({ statusCode })
    }
  })

  it('meets half a stream, silence and delay when told to', async () => {
    await expect(client('fault:half').textToSpeech.stream('en-us', { text }).then(bytesOf)).rejects.toThrow()
    await expect(client('fault:hang').textToSpeech.stream('en-us', { text }, { timeoutInSeconds: 0.2 })).rejects.toThrow()
    const startedAt = Date.now()
    await client('fault:slowMs:150').textToSpeech.stream('en-us', { text }).then(bytesOf)
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(145)
  })
})

it('speaks French and µ-law', async () => {
  const french = await speech(server.url(), 'Bonjour, je voudrais un rendez-vous demain à quinze heures.', 'fr')
  expect(french.length / 16_000).toBeGreaterThan(2)
  const ulaw = await bytesOf(await client().textToSpeech.stream('fr', { text: 'Bonjour', outputFormat: 'ulaw_8000' }))
  const pcm = await speech(server.url(), 'Bonjour', 'fr', 8000)
  expect(Math.abs(ulaw.length - pcm.length) / pcm.length).toBeLessThan(0.01)
})

/** Sends messages on a socket and collects the answers until it closes or `until` holds. */
function converse(path: string, messages: object[], until: (answer: Record<string, unknown>) => boolean, key = 'any') {
  return new Promise<Record<string, unknown>[]>((resolve, reject) => {
    const socket = new WebSocket(`${server.url().replace('http', 'ws')}/v1/text-to-speech/en-us/${path}`, {
      headers: { 'xi-api-key': key },
    })
    const answers: Record<string, unknown>[] = []
    socket.on('open', () => messages.forEach((message) => void socket.send(JSON.stringify(message))))
    socket.on('message', (data) => {
      const answer: Record<string, unknown> = JSON.parse(String(data))
      answers.push(answer)
      if (until(answer)) socket.close()
    })
    socket.on('close', () => resolve(answers))
    socket.on('error', reject)
  })
}

describe('the input sockets', () => {
  it('speak on flush and end with isFinal', async () => {
    const answers = await converse(
      'stream-input?output_format=pcm_16000',
      [{ text: ' ' }, { text: 'Hello there. ', flush: true }, { text: '' }],
      () => false,
    )
    expect(answers.at(-1)).toMatchObject({ isFinal: true, audio: null })
    expect(answers.slice(0, -1).every(({ audio }) => typeof audio === 'string')).toBe(true)
  })

  it('keep two contexts apart on one socket', async () => {
    const finals = new Set<unknown>()
    const answers = await converse(
      'multi-stream-input?output_format=pcm_16000&auto_mode=true',
      [
        { text: 'One moment please. ', context_id: 'a' },
        { text: 'Thank you. ', context_id: 'b', flush: true },
        { context_id: 'a', close_context: true },
        { context_id: 'b', close_context: true },
      ],
      (answer) => answer.isFinal === true && finals.add(answer.contextId).size === 2,
    )
    const spoken = (id: string) => answers.filter(({ contextId, audio }) => contextId === id && typeof audio === 'string')
    expect([...finals].sort()).toEqual(['a', 'b'])
    expect(spoken('a').length).toBeGreaterThan(0)
    expect(spoken('b').length).toBeGreaterThan(0)
  })

  it('refuse without a key and break off in the middle when told to', async () => {
    await expect(converse('stream-input', [], () => true, '')).rejects.toThrow('401')
    const answers = await converse('stream-input', [{ text: 'A sentence with many words in it. ', flush: true }], () => false, 'fault:half')
    expect(answers.some(({ isFinal }) => isFinal === true)).toBe(false)
  })
})
