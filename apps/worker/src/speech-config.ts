import type { WorkerEnv } from './env.ts'
import type { SpeechConfig } from './speech/providers.ts'

/** The speech providers the environment has keys for; the local speech server where it has none. */
export function speechConfigOf(env: WorkerEnv): SpeechConfig {
  return {
    ...(env.DEEPGRAM_API_KEY ? { deepgram: { apiKey: env.DEEPGRAM_API_KEY, url: env.DEEPGRAM_URL, model: env.DEEPGRAM_MODEL } } : {}),
    ...(env.ELEVENLABS_API_KEY
      ? {
          elevenlabs: {
            apiKey: env.ELEVENLABS_API_KEY,
            url: env.ELEVENLABS_URL,
            voiceId: env.ELEVENLABS_VOICE_ID,
            model: env.ELEVENLABS_MODEL,
          },
        }
      : {}),
    ...(env.SPEECH_SERVER_URL ? { local: { url: env.SPEECH_SERVER_URL } } : {}),
  }
}
