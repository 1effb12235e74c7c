import type { tts } from '@livekit/agents'
import { createResampler, type Resampler } from '@parley/audio'
import { SpeechError } from '../speech-error.ts'
import type { SynthesisChunk, Synthesiser } from '../synthesiser.ts'
import { createKeptVoices, type VoiceAsk } from './kept-voices.ts'
import { openSpeech } from './open-speech.ts'
import { pluginError } from './plugin-error.ts'
import { createWholeWords } from './whole-words.ts'

/** A stream that ends with less of its text spoken was cut by the provider. */
const leastShareSpoken = 0.8
/** Makes a resampler give what it holds back. */
const tail = new Int16Array(12)

/** Synthesis with a plugin of LiveKit's: one try. `create` makes the plugin for a voice and the rate it should speak at. */
export function createPluginSynthesiser(create: (ask: VoiceAsk) => Promise<tts.TTS>): Synthesiser {
  const voices = createKeptVoices(create)

  async function* synthesise({ text, signal, ...ask }: Parameters<Synthesiser['synthesise']>[0]): AsyncGenerator<SynthesisChunk> {
    const loan = voices.borrow(ask)
    const words = createWholeWords(text)
    let speech: ReturnType<typeof openSpeech> | undefined
    let resampler: Resampler | undefined
    let isResampled = false
    let samples = 0
    let timed = false
    const stop = () => {
      speech?.close()
      loan.giveBack()
    }
    // Whoever aborts may not ask for another piece, so that the end of this function never comes.
    signal?.addEventListener('abort', stop, { once: true })
    try {
      const voice = await loan.voice
      signal?.throwIfAborted()
      speech = openSpeech(voice, text)
      for await (const { frame, timedTranscripts = [] } of speech.pieces) {
        resampler ??= createResampler(frame.sampleRate, ask.sampleRate)
        isResampled = frame.sampleRate !== ask.sampleRate
        const pcm = resampler.next(frame.data)
        samples += pcm.length
        timed ||= timedTranscripts.length > 0
        yield { pcm, words: words.add(timedTranscripts) }
      }
      signal?.throwIfAborted()
      const failure = speech.failure()
      if (failure !== undefined) throw failure
      // A plugin may keep a refusal to itself.
      if (samples === 0) throw new SpeechError('synthesis', ask.voiceId ? 'REFUSED' : 'BROKEN', 'no audio')
      const last = words.rest()
      if (timed && words.share() < leastShareSpoken) throw new SpeechError('synthesis', 'BROKEN', 'ended early')
      yield { pcm: (isResampled && resampler?.next(tail)) || new Int16Array(0), words: last }
    } catch (error) {
      throw pluginError('synthesis', error, samples > 0)
    } finally {
      signal?.removeEventListener('abort', stop)
      stop()
    }
  }

  return { synthesise }
}
