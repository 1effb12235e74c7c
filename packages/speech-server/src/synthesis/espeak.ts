import ESpeak from '@echogarden/espeak-ng-emscripten'
import { z } from 'zod'

/** What eSpeak NG speaks in, before resampling. */
export const ESPEAK_RATE = 22_050

const event = z.object({
  type: z.string(),
  text_position: z.number(),
  word_length: z.number(),
  /** Milliseconds from the start of the utterance. */
  audio_position: z.number(),
  id: z.union([z.string(), z.number()]).optional(),
})

export type WordMark = { position: number; length: number; atMs: number }
export type SpeakingChunk = { samples: Int16Array; words: WordMark[]; phonemes: string[] }

export type Espeak = {
  /** False when there is no such voice. */
  hasVoice(voice: string): boolean
  /** Speaks at `wordsPerMinute`, handing over about 100 ms at a time; synchronous. False when the voice is unknown. */
  speak(text: string, options: { voice: string; wordsPerMinute: number }, onChunk: (chunk: SpeakingChunk) => void): boolean
}

/** Loads the engine into this thread (about 0.1 s, 60 MB). */
export async function loadEspeak(): Promise<Espeak> {
  const engine = await ESpeak()
  const worker = await new engine.eSpeakNGWorker()
  let current = ''
  const select = (voice: string): boolean => {
    if (voice === current) return true
    if (worker.set_voice(voice) !== 0) return false
    current = voice
    return true
  }
  return {
    hasVoice: select,
    speak(text, { voice, wordsPerMinute }, onChunk) {
      if (!select(voice)) return false
      worker.set_rate(wordsPerMinute)
      worker.synthesize(text, (samples, rawEvents) => {
        const events = z.array(event).parse(rawEvents)
        onChunk({
          samples,
          words: events
            .filter((item) => item.type === 'word')
            .map((item) => ({ position: item.text_position - 1, length: item.word_length, atMs: item.audio_position })),
          phonemes: events.filter((item) => item.type === 'phoneme').map((item) => String(item.id ?? '')),
        })
        return false
      })
      return true
    },
  }
}
