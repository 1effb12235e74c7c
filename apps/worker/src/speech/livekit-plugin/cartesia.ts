import type { Recogniser } from '../recogniser.ts'
import type { Synthesiser } from '../synthesiser.ts'
import { loadAgents } from './agents.ts'
import { createPluginRecogniser } from './plugin-recogniser.ts'
import { createPluginSynthesiser } from './plugin-synthesiser.ts'

type Plugin = typeof import('@livekit/agents-plugin-cartesia')
type CartesiaConfig = { apiKey: string; url?: string; model?: string }

async function load(): Promise<Plugin> {
  await loadAgents()
  return await import('@livekit/agents-plugin-cartesia')
}

/** Begins to load when somebody has chosen the vendor, so that no call waits for it. */
const loadAhead = () => void load().catch(() => undefined)

const optionsOf = ({ apiKey, url, model }: CartesiaConfig) => ({
  apiKey,
  ...(url ? { baseUrl: url.replace(/\/$/, '') } : {}),
  ...(model ? { model } : {}),
})

/** Streaming synthesis with Cartesia (`/tts/websocket`), with the times of words. */
export function createCartesiaSynthesiser({ voiceId: usual, ...config }: CartesiaConfig & { voiceId?: string }): Synthesiser {
  loadAhead()
  return createPluginSynthesiser(async ({ language, voiceId = usual, sampleRate }) => {
    const { TTS } = await load()
    return new TTS({ ...optionsOf(config), ...(voiceId ? { voice: voiceId } : {}), language, sampleRate })
  })
}

/** Streaming recognition with Cartesia (`/stt/turns/websocket`), which hears the ends of turns itself. */
export function createCartesiaRecogniser(config: CartesiaConfig): Recogniser {
  loadAhead()
  return createPluginRecogniser({
    turns: true,
    tellsLanguage: false,
    async create({ language, sampleRate }) {
      const { STT } = await load()
      return new STT({ ...optionsOf(config), language, sampleRate })
    },
  })
}
