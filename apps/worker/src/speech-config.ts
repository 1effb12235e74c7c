import type { WorkerEnv } from './env.ts'
import type { SpeechProvider } from './speech/providers.ts'

type Env = Pick<
  WorkerEnv,
  | 'DEEPGRAM_API_KEY'
  | 'DEEPGRAM_URL'
  | 'DEEPGRAM_MODEL'
  | 'ELEVENLABS_API_KEY'
  | 'ELEVENLABS_URL'
  | 'ELEVENLABS_VOICE_ID'
  | 'ELEVENLABS_MODEL'
  | 'SPEECH_SERVER_URL'
>

/** What every tenant can fall back on: the vendors the environment has keys for, and the local speech server behind them. */
export function installedProviders(env: Env): SpeechProvider[] {
  const everywhere: Pick<SpeechProvider, 'languages'> = { languages: [] }
  const installed: SpeechProvider[] = []
  if (env.DEEPGRAM_API_KEY) {
    const isFlux = env.DEEPGRAM_MODEL?.startsWith('flux') ?? false
    installed.push({
      ...everywhere,
      id: 'installation',
      kind: 'recognition',
      vendor: isFlux ? 'deepgram-flux' : 'deepgram',
      apiKey: env.DEEPGRAM_API_KEY,
      settings: { url: env.DEEPGRAM_URL, model: env.DEEPGRAM_MODEL },
    })
  }
  if (env.ELEVENLABS_API_KEY)
    installed.push({
      ...everywhere,
      id: 'installation',
      kind: 'synthesis',
      vendor: 'elevenlabs',
      apiKey: env.ELEVENLABS_API_KEY,
      settings: { url: env.ELEVENLABS_URL, model: env.ELEVENLABS_MODEL, voiceId: env.ELEVENLABS_VOICE_ID },
    })
  if (env.SPEECH_SERVER_URL) {
    const local = { ...everywhere, id: 'local', vendor: 'local', apiKey: '', settings: { url: env.SPEECH_SERVER_URL } } as const
    // It has no French to hear with.
    installed.push({ ...local, kind: 'synthesis' }, { ...local, kind: 'recognition', languages: ['en'] })
  }
  return installed
}
