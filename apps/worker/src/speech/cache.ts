import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SpokenWord, SynthesisChunk, Synthesiser, SynthesisRequest } from './synthesiser.ts'

type Kept = { pcm: Int16Array; words: SpokenWord[] }
type PreparedTexts = Pick<SynthesisRequest, 'language' | 'voiceId' | 'sampleRate' | 'signal'> & { texts: readonly string[] }

const breathMs = 20

/**
 * Keeps whole speeches in memory by what they say and how (text, language, voice, model, rate), least recently used out first.
 * One for the process: calls of the same flow share it. `scope` names the voice and model behind the synthesiser.
 */
export function withCache(synthesiser: Synthesiser, scope: string, mostBytes = 32 * 1_024 * 1_024) {
  const kept = new Map<string, Kept>()
  const running = new Set<string>()
  let bytes = 0

  const keyOf = ({ text, language, voiceId, sampleRate }: SynthesisRequest) =>
    createHash('sha256')
      .update(JSON.stringify([text, language, voiceId ?? '', scope, sampleRate]))
      .digest('base64')

  function keep(key: string, chunks: SynthesisChunk[]) {
    const pcm = new Int16Array(chunks.reduce((sum, chunk) => sum + chunk.pcm.length, 0))
    if (pcm.byteLength > mostBytes / 4 || kept.has(key)) return
    let at = 0
    for (const chunk of chunks) {
      pcm.set(chunk.pcm, at)
      at += chunk.pcm.length
    }
    kept.set(key, { pcm, words: chunks.flatMap((chunk) => chunk.words) })
    bytes += pcm.byteLength
    for (const [oldest, { pcm: old }] of kept) {
      if (bytes <= mostBytes) break
      kept.delete(oldest)
      bytes -= old.byteLength
    }
  }

  async function* synthesise(request: SynthesisRequest): AsyncGenerator<SynthesisChunk> {
    const key = keyOf(request)
    const known = kept.get(key)
    if (known) {
      kept.delete(key)
      kept.set(key, known)
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
      if (!otherVoice) keep(key, chunks)
    } finally {
      running.delete(key)
    }
  }

  /** Fills the cache in the background, one text after the other; what cannot be made is left for the call to fail on. */
  async function prepare({ texts, ...how }: PreparedTexts): Promise<void> {
    for (const text of new Set(texts)) {
      if (how.signal?.aborted) return
      const key = keyOf({ text, ...how })
      if (kept.has(key) || running.has(key)) continue
      try {
        for await (const _ of synthesise({ text, ...how }));
      } catch {
        return
      }
      await sleep(breathMs)
    }
  }

  return { synthesise, prepare, size: () => ({ speeches: kept.size, bytes }) }
}
