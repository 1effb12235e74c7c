import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { oneChunk } from './one-chunk.ts'
import type { KeptSpeech } from './store/speech-file.ts'
import type { SpeechStore } from './store/speech-store.ts'
import type { SynthesisChunk, Synthesiser, SynthesisRequest } from './synthesiser.ts'

type PreparedTexts = Pick<SynthesisRequest, 'language' | 'voiceId' | 'sampleRate' | 'signal'> & { texts: readonly string[] }

const breathMs = 20

type CacheOptions = { store?: SpeechStore; mostBytes?: number }

/** A synthesiser whose speeches are kept. */
export type KeptSynthesiser = {
  /** The speech if it was made before, from memory or the store. */
  kept(request: SynthesisRequest): Promise<SynthesisChunk | undefined>
  /** Makes it, without looking for it, and keeps it. */
  synthesise: Synthesiser['synthesise']
  /** Fills the cache, one text after the other; what cannot be made ends it. How many are there. */
  prepare(prepared: PreparedTexts): Promise<number>
}

/**
 * Keeps whole speeches by what they say and how (text, language, voice, model, rate): in memory, least recently used out first, and in the store
 * behind it. One for the process: all providers, tenants and calls share it.
 */
export function createSpeechCache({ store, mostBytes = 32 * 1_024 * 1_024 }: CacheOptions = {}) {
  const memory = new Map<string, KeptSpeech>()
  const running = new Set<string>()
  let bytes = 0

  function keep(key: string, speech: KeptSpeech) {
    if (speech.pcm.byteLength > mostBytes / 4 || memory.has(key)) return
    memory.set(key, speech)
    bytes += speech.pcm.byteLength
    for (const [oldest, { pcm: old }] of memory) {
      if (bytes <= mostBytes) break
      memory.delete(oldest)
      bytes -= old.byteLength
    }
  }

  async function find(key: string, sampleRate: SynthesisRequest['sampleRate']): Promise<KeptSpeech | undefined> {
    const known = memory.get(key) ?? (await store?.read(key, sampleRate))
    if (known && memory.delete(key)) memory.set(key, known)
    else if (known) keep(key, known)
    return known
  }

  /** `scope` names the model and the default voice behind the synthesiser. */
  function keeping(synthesiser: Synthesiser, scope: string): KeptSynthesiser {
    const keyOf = ({ text, language, voiceId, sampleRate }: SynthesisRequest) =>
      createHash('sha256')
        .update(JSON.stringify([text, language, voiceId ?? '', scope, sampleRate]))
        .digest('hex')

    async function* synthesise(request: SynthesisRequest): AsyncGenerator<SynthesisChunk> {
      const key = keyOf(request)
      running.add(key)
      try {
        const chunks: SynthesisChunk[] = []
        for await (const chunk of synthesiser.synthesise(request)) {
          chunks.push(chunk)
          yield chunk
        }
        const whole = oneChunk(chunks)
        keep(key, whole)
        void store?.write(key, request.sampleRate, whole)
      } finally {
        running.delete(key)
      }
    }

    return {
      synthesise,
      async kept(request) {
        const known = await find(keyOf(request), request.sampleRate)
        return known && { ...known, kept: true }
      },
      async prepare({ texts, ...how }) {
        let ready = 0
        for (const text of texts) {
          if (how.signal?.aborted) return ready
          const key = keyOf({ text, ...how })
          if (running.has(key) || (await find(key, how.sampleRate))) {
            ready += 1
            continue
          }
          try {
            for await (const _ of synthesise({ text, ...how }));
          } catch {
            return ready
          }
          ready += 1
          await sleep(breathMs)
        }
        return ready
      },
    }
  }

  return { keeping, size: () => ({ speeches: memory.size, bytes }) }
}
export type SpeechCache = ReturnType<typeof createSpeechCache>
