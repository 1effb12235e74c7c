import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { type DeepgramRecordingsStandIn, deepgramRecordingsStandIn, type TranscriptionFault } from '@parley/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { soundFile } from '../../test/sound-file.ts'
import { transcribeFile } from './transcribe-file.ts'
import type { TranscriptionError } from './transcription-error.ts'

let vendor: DeepgramRecordingsStandIn
let file: Buffer

beforeAll(async () => {
  file = await soundFile()
  vendor = await deepgramRecordingsStandIn([
    { channel: 0, start: 0.9, end: 1.4, transcript: 'On Tuesday, please.' },
    { channel: 0, start: 1.6, end: 1.9, transcript: 'At 3:30.' },
    { channel: 1, start: 0.1, end: 0.8, transcript: 'Hello. What can I do for you?' },
  ])
})
afterAll(() => vendor.close())
beforeEach(() => vendor.setFault(null))

type Asked = { apiKey?: string; url?: string; language?: string; withinMs?: number; signal?: AbortSignal; sound?: Buffer }
const ask = ({ apiKey = vendor.apiKey, url = vendor.url, language = 'en', withinMs = 60_000, signal, sound = file }: Asked = {}) =>
  transcribeFile(
    { data: Readable.from([sound.subarray(0, 1_000), sound.subarray(1_000)]), bytes: sound.length, contentType: 'audio/ogg' },
    { place: { apiKey, url, model: 'nova-3' }, language, withinMs, signal },
  )
const failure = (asked?: Asked) =>
  ask(asked).then(
    () => 'no failure',
    ({ name, code, retryable }: TranscriptionError) => [name, code, retryable],
  )

test('both sides of a recording are heard with their times, as they were written, in the order of the conversation', async () => {
  expect(await ask()).toEqual([
    { speaker: 'agent', text: 'Hello. What can I do for you?', startMs: 100, endMs: 800, confidence: 0.97 },
    { speaker: 'contact', text: 'On Tuesday, please.', startMs: 900, endMs: 1_400, confidence: 0.97 },
    { speaker: 'contact', text: 'At 3:30.', startMs: 1_600, endMs: 1_900, confidence: 0.97 },
  ])
  const { query, contentType, bytes } = vendor.requests.at(-1) ?? {}
  expect(Object.fromEntries(query ?? [])).toEqual({
    ...{ model: 'nova-3', language: 'en', multichannel: 'true' },
    ...{ punctuate: 'true', smart_format: 'true', utterances: 'true' },
  })
  expect([contentType, bytes]).toEqual(['audio/ogg', file.length])
})

const kept = true
const final = false
test.each<[TranscriptionFault, string, boolean]>([
  ['unauthorized', 'RECOGNITION_UNAUTHORIZED', final],
  ['noCredit', 'RECOGNITION_UNAUTHORIZED', final],
  ['rateLimited', 'RECOGNITION_RATE_LIMITED', kept],
  ['error500', 'RECOGNITION_UNAVAILABLE', kept],
  ['drop', 'RECOGNITION_UNAVAILABLE', kept],
  ['garbage', 'RECOGNITION_BROKEN', kept],
  ['otherShape', 'RECOGNITION_BROKEN', kept],
])('%j is told as %s after one request; to be tried again: %s', async (fault, code, retryable) => {
  vendor.setFault(fault)
  const before = vendor.requests.length
  expect(await failure()).toEqual(['TranscriptionError', code, retryable])
  expect(vendor.requests.length - before).toBe(1)
})

test('what the vendor refuses is not tried again', async () => {
  expect(await failure({ apiKey: 'another' })).toEqual(['TranscriptionError', 'RECOGNITION_UNAUTHORIZED', false])
  expect(await failure({ language: 'xx' })).toEqual(['TranscriptionError', 'RECOGNITION_REFUSED', false])
  expect(await failure({ sound: Buffer.alloc(5_000, 7) })).toEqual(['TranscriptionError', 'RECOGNITION_REFUSED', false])
})

test('one that is slow is waited for, but not for ever, and is left when the work is called off', async () => {
  vendor.setFault({ slowMs: 300 })
  expect(await ask()).toHaveLength(3)
  vendor.setFault({ slowMs: 60_000 })
  expect(await failure({ withinMs: 300 })).toEqual(['TranscriptionError', 'RECOGNITION_TIMEOUT', true])
  expect(await failure({ signal: AbortSignal.timeout(300) })).toEqual(['TranscriptionError', 'RECOGNITION_UNAVAILABLE', true])
})

test('nobody at the address, or somebody who sends the recording elsewhere', async () => {
  expect(await failure({ url: 'http://127.0.0.1:1' })).toEqual(['TranscriptionError', 'RECOGNITION_UNAVAILABLE', true])
  const elsewhere = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(307, { location: `${vendor.url}/v1/listen` }).end())
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  const address = elsewhere.address()
  const port = typeof address === 'object' ? address?.port : 0
  const before = vendor.requests.length
  expect(await failure({ url: `http://127.0.0.1:${port}` })).toEqual(['TranscriptionError', 'RECOGNITION_BROKEN', true])
  expect(vendor.requests.length).toBe(before)
  elsewhere.closeAllConnections()
  await new Promise((resolve) => elsewhere.close(resolve))
})
