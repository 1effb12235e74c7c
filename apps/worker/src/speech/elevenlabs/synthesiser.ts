import { SpeechError } from '../speech-error.ts'
import type { Synthesiser, SynthesisRequest } from '../synthesiser.ts'
import { streamWithTimestamps } from './stream-with-timestamps.ts'
import { createWordTimes } from './word-times.ts'

/** A stream that ends with less of its text spoken was cut by the provider. */
const leastShareSpoken = 0.8

type ElevenLabsConfig = {
  apiKey: string
  model: string
  /** Where another server speaks the same protocol. */
  url?: string
  voiceOf(request: Pick<SynthesisRequest, 'language' | 'voiceId'>): string
}

/** Streaming synthesis with ElevenLabs: one try, no deadline of its own. */
export function createElevenLabsSynthesiser(config: ElevenLabsConfig): Synthesiser {
  async function* synthesise({ text, language, voiceId, sampleRate, signal }: Parameters<Synthesiser['synthesise']>[0]) {
    const words = createWordTimes()
    let samples = 0
    let odd = Buffer.alloc(0)
    try {
      const stream = await streamWithTimestamps({
        ...config,
        text,
        language,
        sampleRate,
        signal,
        voiceId: config.voiceOf({ language, voiceId }),
      })
      for await (const chunk of stream) {
        const bytes = Buffer.concat([odd, Buffer.from(chunk.audioBase64, 'base64')])
        odd = bytes.subarray(bytes.length - (bytes.length % 2))
        const pcm = new Int16Array(Math.floor(bytes.length / 2))
        for (let i = 0; i < pcm.length; i += 1) pcm[i] = bytes.readInt16LE(i * 2)
        samples += pcm.length
        const known = chunk.alignment ? words.add(chunk.alignment) : []
        if (pcm.length > 0 || known.length > 0) yield { pcm, words: known }
      }
    } catch (error) {
      throw speechErrorOf(error, samples > 0)
    }
    const spoken = words.characters()
    if (samples === 0) throw new SpeechError('synthesis', 'BROKEN', 'no audio')
    if (spoken > 0 && spoken < text.trim().length * leastShareSpoken) throw new SpeechError('synthesis', 'BROKEN', 'ended early')
    yield { pcm: new Int16Array(0), words: words.rest() }
  }

  return { synthesise }
}

function speechErrorOf(error: unknown, begun: boolean): SpeechError {
  if (error instanceof SpeechError) return error
  return new SpeechError('synthesis', begun ? 'BROKEN' : 'UNAVAILABLE', error instanceof Error ? error.message : String(error))
}
