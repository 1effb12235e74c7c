import { randomUUID } from 'node:crypto'
import { resample } from '@parley/audio'
import { type SpeechSessionOptions, speak, speechSessions } from '@parley/testing'
import { createSpeechProviders, sharedSpeech } from '../src/speech/providers.ts'
import { SpeechError, type SpeechNote } from '../src/speech/speech-error.ts'
import { installedProviders } from '../src/speech-config.ts'
import { openFedLine } from './fed-line.ts'

/** The worker's own clients against the speech server in its place of a vendor, served as badly as told. */
export function speechTrials(url: string) {
  const sessions = speechSessions(url)

  async function session(options: SpeechSessionOptions): Promise<string> {
    const name = randomUUID()
    await sessions.set(name, options)
    return name
  }

  /** One paid recogniser with nobody behind it, and the local voice. */
  const heardBy = (apiKey: string) =>
    createSpeechProviders(
      [
        ...installedProviders({ DEEPGRAM_API_KEY: apiKey, DEEPGRAM_URL: url }),
        ...installedProviders({ SPEECH_SERVER_URL: url }).filter(({ kind }) => kind === 'synthesis'),
      ],
      sharedSpeech(),
      'trial',
    )

  /** A text as samples at 16 kHz, however long it takes. */
  const voice = async (text: string, voiceId?: string) => resample(await speak(url, text, voiceId), 48_000, 16_000)

  return {
    voice,

    /** Somebody says something; what becomes of it, and how long after the end of the voice. */
    async hear(recognition: SpeechSessionOptions['recognition'], samples: Int16Array) {
      const apiKey = await session({ recognition })
      const line = openFedLine(heardBy(apiKey))
      try {
        await line.feed(new Int16Array(3_200))
        await line.feed(samples)
        const endedAt = line.now()
        const event = line.answers()[0] ?? (await line.answer())
        const { sockets } = (await sessions.counters(apiKey)).recognition
        const outcome = event.type === 'contactSaid' ? event.text : event.type === 'failed' ? event.code : event.type
        return { outcome, lateMs: event.at - endedAt, sockets }
      } finally {
        await line.port.close()
      }
    },

    /** A text is spoken with a paid voice, and the local one behind it where wanted. */
    async speak(synthesis: SpeechSessionOptions['synthesis'], text: string, { fallback = true, voiceId = 'en-us' } = {}) {
      const apiKey = await session({ synthesis })
      const speech = createSpeechProviders(
        [
          ...installedProviders({ DEEPGRAM_API_KEY: apiKey, DEEPGRAM_URL: url }),
          ...installedProviders({ ELEVENLABS_API_KEY: apiKey, ELEVENLABS_URL: url, ELEVENLABS_VOICE_ID: voiceId }),
          ...(fallback ? installedProviders({ SPEECH_SERVER_URL: url }) : []),
        ],
        sharedSpeech(),
        'trial',
      )
      const notes: SpeechNote[] = []
      const words: string[] = []
      const startedAt = performance.now()
      let samples = 0
      let firstAudioMs = Number.POSITIVE_INFINITY
      let error: string | undefined
      try {
        const request = { text, language: 'en', sampleRate: 24_000, onNote: (note: SpeechNote) => void notes.push(note) } as const
        for await (const chunk of speech.synthesiser.synthesise(request)) {
          if (chunk.pcm.length > 0) firstAudioMs = Math.min(firstAudioMs, performance.now() - startedAt)
          samples += chunk.pcm.length
          words.push(...chunk.words.map((word) => word.text))
        }
      } catch (failure) {
        if (!(failure instanceof SpeechError)) throw failure
        error = failure.code
      }
      const { requests } = (await sessions.counters(apiKey)).synthesis
      return {
        notes: notes.map(({ code, detail }) => `${code} ${detail}`),
        words: words.join(' '),
        seconds: samples / 24_000,
        error,
        requests,
        firstAudioMs,
        tookMs: performance.now() - startedAt,
      }
    },
  }
}
