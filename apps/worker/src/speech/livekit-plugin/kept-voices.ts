import type { tts } from '@livekit/agents'
import type { SynthesisRequest } from '../synthesiser.ts'

export type VoiceAsk = Pick<SynthesisRequest, 'language' | 'voiceId' | 'sampleRate'>

/** Long enough for the contact's turn, so that the next speech of a call finds the plugin's socket open. */
const keptMs = 30_000

type Kept = { voice: Promise<tts.TTS>; users: number; unused?: NodeJS.Timeout }

/** Plugins that were made for a language, a voice and a rate, with their sockets, as long as somebody uses them and a while longer. */
export function createKeptVoices(create: (ask: VoiceAsk) => Promise<tts.TTS>) {
  const known = new Map<string, Kept>()

  function make(key: string, ask: VoiceAsk): Kept {
    const kept = { voice: create(ask), users: 0 }
    known.set(key, kept)
    kept.voice.catch(() => known.delete(key))
    return kept
  }

  return {
    /** `giveBack` counts once, so that it can be called by whoever knows first. */
    borrow({ language, voiceId, sampleRate }: VoiceAsk): { voice: Promise<tts.TTS>; giveBack(): void } {
      const key = JSON.stringify([language, voiceId, sampleRate])
      const kept = known.get(key) ?? make(key, { language, voiceId, sampleRate })
      kept.users += 1
      clearTimeout(kept.unused)
      let isBack = false
      return {
        voice: kept.voice,
        giveBack() {
          if (isBack) return
          isBack = true
          kept.users -= 1
          if (kept.users > 0) return
          kept.unused = setTimeout(() => {
            known.delete(key)
            kept.voice.then((voice) => voice.close()).catch(() => undefined)
          }, keptMs).unref()
        },
      }
    },
  }
}
