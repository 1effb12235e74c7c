import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { createResampler } from '@parley/audio'
import { ESPEAK_RATE, type WordMark } from './espeak.ts'
import { createSilenceTrimmer } from './silence-trimmer.ts'
import type { SynthesisNews, SynthesisOrder } from './thread.ts'

export type SpokenChunk = { samples: Int16Array; words: readonly WordMark[] }

export type Synthesiser = {
  hasVoice(voice: string): Promise<boolean>
  /** Speech at `rate` samples a second, silence trimmed, word times moved accordingly. Ends early when the consumer stops. */
  speak(text: string, options: { voice: string; rate: number; speed?: number }): AsyncGenerator<SpokenChunk>
  /** The IPA phonemes of a text in American English. */
  phonemes(text: string): Promise<string[]>
  close(): Promise<void>
}

const WORDS_PER_MINUTE = 165
export const DEFAULT_VOICE = 'en-us'

/** The thread runs this program's own entry file: one bundle, no second file to find. From source it needs the TypeScript loader first. */
function startThread(entry: URL): Worker {
  if (!entry.pathname.endsWith('.ts')) return new Worker(entry)
  const loader = pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/cjs$/, 'mjs'),
  ).href
  const source = `import('${loader}').then((tsx) => { tsx.register(); return import('${entry.href}') })`
  return new Worker(source, { eval: true })
}

/** Starts the synthesis thread; resolves when the voices are loaded. */
export async function createSynthesiser(entry: URL): Promise<Synthesiser> {
  const thread = startThread(entry)
  const listeners = new Map<number, (news: SynthesisNews) => void>()
  let nextId = 1
  await new Promise<void>((resolve, reject) => {
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`The synthesis thread ended with code ${code}.`)))
    thread.on('message', (news: SynthesisNews) => {
      if (news.kind === 'ready') resolve()
      else listeners.get(news.id)?.(news)
    })
  })
  const send = (order: Omit<SynthesisOrder, 'id'>, onNews: (news: SynthesisNews) => void) => {
    const id = nextId++
    listeners.set(id, (news) => {
      if (news.kind === 'done') listeners.delete(id)
      onNews(news)
    })
    thread.postMessage({ id, ...order } satisfies SynthesisOrder)
  }

  return {
    hasVoice: (voice) =>
      new Promise((resolve) =>
        send({ kind: 'check', voice, text: '', wordsPerMinute: WORDS_PER_MINUTE }, (news) => news.kind === 'done' && resolve(news.known)),
      ),
    phonemes: (text) =>
      new Promise((resolve) =>
        send(
          { kind: 'phonemes', voice: DEFAULT_VOICE, text, wordsPerMinute: WORDS_PER_MINUTE },
          (news) => news.kind === 'phonemes' && resolve(news.phonemes),
        ),
      ),
    async *speak(text, { voice, rate, speed = 1 }) {
      const waiting: SynthesisNews[] = []
      let wake = () => {}
      send({ kind: 'speak', voice, text, wordsPerMinute: Math.round(WORDS_PER_MINUTE * speed) }, (news) => {
        waiting.push(news)
        wake()
      })
      const trimmer = createSilenceTrimmer(ESPEAK_RATE)
      const resampler = createResampler(ESPEAK_RATE, rate, 'recording')
      while (true) {
        const news = waiting.shift()
        if (news === undefined) {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
          continue
        }
        if (news.kind === 'done') break
        if (news.kind !== 'chunk') continue
        const samples = resampler.next(trimmer.push(news.samples))
        const words = news.words.map((word) => ({ ...word, atMs: Math.max(0, word.atMs - trimmer.trimmedMs()) }))
        if (samples.length > 0 || words.length > 0) yield { samples, words }
      }
      yield { samples: resampler.next(trimmer.flush()), words: [] }
      yield { samples: resampler.flush(), words: [] }
    },
    async close() {
      await thread.terminate()
    },
  }
}
