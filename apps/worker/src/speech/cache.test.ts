import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createSpeechCache, type KeptSynthesiser } from './cache.ts'
import { SpeechError } from './speech-error.ts'
import { createSpeechStore } from './store/speech-store.ts'
import type { Synthesiser, SynthesisRequest } from './synthesiser.ts'

/** Speaks 100 samples a letter in two pieces and counts how often it was asked. */
function voice() {
  const asked: string[] = []
  const synthesiser: Synthesiser = {
    async *synthesise({ text }) {
      asked.push(text)
      yield { pcm: new Int16Array(text.length * 50).fill(1), words: [] }
      if (text === 'half') throw new SpeechError('synthesis', 'BROKEN')
      yield { pcm: new Int16Array(text.length * 50).fill(2), words: [{ text, startMs: 0, endMs: 10 }] }
    },
  }
  return { asked, synthesiser }
}

/** As it was made before, else made. */
async function speak(synthesiser: KeptSynthesiser, text: string, how: Partial<SynthesisRequest> = {}) {
  const request: SynthesisRequest = { text, language: 'en', sampleRate: 24_000, ...how }
  const made = await synthesiser.kept(request)
  let samples = 0
  const words: string[] = []
  for await (const chunk of made ? [made] : synthesiser.synthesise(request)) {
    samples += chunk.pcm.length
    words.push(...chunk.words.map((word) => word.text))
  }
  return { samples, words }
}

test('prepared texts are spoken from memory, whole and with their words', async () => {
  const { asked, synthesiser } = voice()
  const cache = createSpeechCache().keeping(synthesiser, 'local')
  await cache.prepare({ texts: ['hello', 'goodbye', 'hello'], language: 'en', sampleRate: 24_000 })
  expect(asked).toEqual(['hello', 'goodbye'])
  expect(await speak(cache, 'hello')).toEqual({ samples: 500, words: ['hello'] })
  expect(asked).toHaveLength(2)
})

test('language and voice are part of what is kept', async () => {
  const { asked, synthesiser } = voice()
  const cache = createSpeechCache().keeping(synthesiser, 'local')
  await speak(cache, 'six')
  await speak(cache, 'six', { language: 'fr' })
  await speak(cache, 'six', { voiceId: 'anna' })
  await speak(cache, 'six', { voiceId: 'anna' })
  expect(asked).toHaveLength(3)
})

test('the least recently spoken goes when the memory is full', async () => {
  const { asked, synthesiser } = voice()
  const all = createSpeechCache({ mostBytes: 3_000 })
  const cache = all.keeping(synthesiser, 'local')
  for (const text of ['one', 'two', 'ten', 'six', 'one', 'oh7', 'ate', 'one']) await speak(cache, text)
  expect(all.size().bytes).toBeLessThanOrEqual(3_000)
  expect(asked.filter((text) => text === 'one')).toHaveLength(1)
  await speak(cache, 'two')
  expect(asked.filter((text) => text === 'two')).toHaveLength(2)
})

test('what was spoken once on this machine is not asked for again by another process, unless in another rate', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-cache-'))
  try {
    const store = createSpeechStore({ folder, mostBytes: 1_000_000 })
    const first = voice()
    await speak(createSpeechCache({ store }).keeping(first.synthesiser, 'local'), 'hello')
    await expect.poll(async () => (await readdir(folder, { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name))).toHaveLength(1)
    const second = voice()
    const memory = createSpeechCache({ store })
    const other = memory.keeping(second.synthesiser, 'local')
    expect(await speak(other, 'hello')).toEqual({ samples: 500, words: ['hello'] })
    expect(second.asked).toEqual([])
    expect(memory.size().speeches).toBe(1)
    await speak(other, 'hello', { sampleRate: 8_000 })
    expect(second.asked).toEqual(['hello'])
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('half a speech is not kept', async () => {
  const { synthesiser } = voice()
  const all = createSpeechCache()
  const cache = all.keeping(synthesiser, 'paid')
  await expect(speak(cache, 'half')).rejects.toMatchObject({ code: 'SYNTHESIS_BROKEN' })
  await cache.prepare({ texts: ['half'], language: 'en', sampleRate: 24_000 })
  expect(all.size().speeches).toBe(0)
})
