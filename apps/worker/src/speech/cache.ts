import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { KeptSpeech } from './store/speech-file.ts'
import type { SpeechStore } from './store/speech-store.ts'
import type { SynthesisChunk, Synthesiser, SynthesisRequest } from './synthesiser.ts'

type PreparedTexts = Pick<SynthesisRequest, 'language' | 'voiceId' | 'sampleRate' | 'signal'> & { texts: readonly string[] }

const breathMs = 20

type CacheOptions = { store?: SpeechStore; mostBytes?: number }

/**
 * Keeps whole speeches by what they say and how (text, language, voice, model, rate): in memory, least recently used out first, and in the store
 * behind it. One for the process: calls of the same flow share it. `scope` names the voice and model behind the synthesiser.
 */
export function withCache(synthesiser: Synthesiser, scope: string, { store, mostBytes = 32 * 1_024 * 1_024 }: CacheOptions = {}) {
  const kept = new Map<string, KeptSpeech>()
  const running = new Set<string>()
  let bytes = 0

  const keyOf = ({ text, language, voiceId, sampleRate }: SynthesisRequest) =>
    createHash('sha256')
      .update(JSON.stringify([text, language, voiceId ?? '', scope, sampleRate]))
      .digest('hex')

  function keep(key: string, speech: KeptSpeech) {
    if (speech.pcm.byteLength > mostBytes / 4 || kept.has(key)) return
    kept.set(key, speech)
    bytes += speech.pcm.byteLength
    for (const [oldest, { pcm: old }] of kept) {
      if (bytes <= mostBytes) break
      kept.delete(oldest)
      bytes -= old.byteLength
    }
  }

  async function* synthesise(request: SynthesisRequest): AsyncGenerator<SynthesisChunk> {
    const key = keyOf(request)
    const known = kept.get(key) ?? (await store?.read(key, request.sampleRate))
    if (known) {
      if (kept.delete(key)) kept.set(key, known)
      else keep(key, known)
      yield known
      return
    }
    running.add(key)
    try {
      const chunks: SynthesisChunk[] = []
      let otherVoice = false
      const onNote: SynthesisRequest['onNote'] = (note) => {
        otherVoice ||= note.code === 'PROVIDER_FALLBACK'
        request.onNote?.(note)
      }
      for await (const chunk of synthesiser.synthesise({ ...request, onNote })) {
        chunks.push(chunk)
        yield chunk
      }
      if (otherVoice) return
      const whole = joined(chunks)
      keep(key, whole)
      void store?.write(key, request.sampleRate, whole)
    } finally {
      running.delete(key)
    }
  }

  /** Fills the cache in the background, one text after the other, from the store where it can; what cannot be made ends it and is left for the call to fail on. How many are there. */
  async function prepare({ texts, ...how }: PreparedTexts): Promise<number> {
    let ready = 0
    for (const text of texts) {
      if (how.signal?.aborted) return ready
      const key = keyOf({ text, ...how })
      if (kept.has(key) || running.has(key)) {
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
  }

  return { synthesise, prepare, size: () => ({ speeches: kept.size, bytes }) }
}

function joined(chunks: readonly SynthesisChunk[]): KeptSpeech {
  const pcm = new Int16Array(chunks.reduce((sum, chunk) => sum + chunk.pcm.length, 0))
  let at = 0
  for (const chunk of chunks) {
    pcm.set(chunk.pcm, at)
    at += chunk.pcm.length
  }
  return { pcm, words: chunks.flatMap((chunk) => chunk.words) }
}
