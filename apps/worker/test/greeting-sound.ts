import { createResampler } from '@parley/audio'
import { speak } from '@parley/testing'
import type { Recogniser } from '../src/speech/recogniser.ts'
import type { Greeting } from './greetings.ts'

const pauseMs = 600
const down = (pcm: Int16Array) => createResampler(48_000, 16_000).next(pcm)

/** A greeting as a speech server speaks it, at 16 kHz. */
export async function greetingSound(url: string, { text, voice, speed }: Greeting): Promise<Int16Array> {
  const parts: Int16Array[] = []
  for (const part of text.split('|')) parts.push(down(await speak(url, part.trim(), voice, speed)), new Int16Array(pauseMs * 16))
  return Int16Array.from(parts.slice(0, -1).flatMap((part) => [...part]))
}

/** A recogniser that hears nothing, or at each pause one sentence more of a text. */
export function givenWords(text = ''): Recogniser {
  const sentences = text.split(/(?<=[.?!])\s+(?:\|\s+)?/)
  return {
    open: (_request, { onTranscript }) => ({
      asksEarly: false,
      turns: false,
      begin() {},
      push() {},
      restart() {},
      close() {},
      finalize: () => onTranscript({ text: sentences.shift() ?? '', confidence: 0.9, isFinal: true, settled: true }),
    }),
  }
}
