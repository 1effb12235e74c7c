import { join } from 'node:path'
import { createResampler, decodeMuLaw, encodeMuLaw } from '@parley/audio'
import { beforeAll, expect, test } from 'vitest'
import { readWav } from '../wav.ts'
import { createKnownUtterances, type Utterance } from './known-utterances.ts'

const sentences = { 'book-appointment': 'I would like to book an appointment', tuesday: 'Tuesday', no: 'No' }
let known: ReturnType<typeof createKnownUtterances>
let utterances: Utterance[]

beforeAll(async () => {
  utterances = await Promise.all(
    Object.entries(sentences).map(async ([file, text]) => {
      const { samples, sampleRate } = await readWav(join(import.meta.dirname, `../../../../e2e/fixtures/${file}.wav`))
      const lengthMs = (samples.length * 1_000) / sampleRate
      const words = text
        .split(' ')
        .map((word, i, all) => ({ word, startMs: (lengthMs * i) / all.length, endMs: (lengthMs * (i + 1)) / all.length }))
      return { text, pcm: samples, rate: sampleRate, words }
    }),
  )
  known = createKnownUtterances(utterances)
})

/** As a telephone carries it, at half the loudness. */
const telephone = (pcm: Int16Array) => {
  const soft = Int16Array.from(pcm, (sample) => Math.round(sample / 2))
  return createResampler(8_000, 16_000).next(decodeMuLaw(encodeMuLaw(createResampler(16_000, 8_000).next(soft))))
}

test('each sentence is told from the others through a telephone, word by word as it comes', () => {
  for (const { text, pcm } of utterances) {
    const stream = known.listen()
    const heard = telephone(pcm)
    stream.push(new Int16Array(8_000))
    stream.push(heard.slice(0, heard.length / 2))
    expect(text.startsWith(stream.words().text)).toBe(true)
    stream.push(heard.slice(heard.length / 2))
    stream.push(new Int16Array(1_600))
    expect(stream.words()).toMatchObject({ text, whole: true })
    stream.settle()
    expect(stream.words().text).toBe('')
  }
})

test('what is settled in a pause is not told again', () => {
  const [{ pcm, text } = { pcm: new Int16Array(), text: '' }] = utterances
  const stream = known.listen()
  stream.push(telephone(pcm).slice(0, 20_000))
  const first = stream.words().text
  stream.settle()
  stream.push(telephone(pcm).slice(20_000))
  stream.push(new Int16Array(1_600))
  expect(`${first} ${stream.words().text}`.trim()).toBe(text)
})

test('noise and a tone are no words', () => {
  const stream = known.listen()
  stream.push(Int16Array.from({ length: 16_000 }, (_, i) => ((i * 7_919) % 4_001) - 2_000))
  expect(stream.words().text).toBe('')
  stream.settle()
  stream.push(Int16Array.from({ length: 16_000 }, (_, i) => Math.round(5_000 * Math.sin(i / 6))))
  expect(stream.words().text).toBe('')
})
