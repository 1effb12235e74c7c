import type { MessagePort } from 'node:worker_threads'
import { z } from 'zod'
import { loadEspeak, type WordMark } from './espeak.ts'

const order = z.object({
  id: z.number(),
  kind: z.enum(['check', 'speak', 'phonemes']),
  voice: z.string(),
  text: z.string(),
  wordsPerMinute: z.number(),
})
export type SynthesisOrder = z.output<typeof order>

export type SynthesisNews =
  | { kind: 'ready' }
  | { kind: 'chunk'; id: number; samples: Int16Array; words: WordMark[] }
  | { kind: 'phonemes'; id: number; phonemes: string[] }
  | { kind: 'done'; id: number; known: boolean }

/** The body of the synthesis thread: eSpeak NG works in bursts of about 10 ms and must not hold up sockets. */
export async function serveSynthesis(port: MessagePort): Promise<void> {
  const espeak = await loadEspeak()
  const tell = (news: SynthesisNews) => port.postMessage(news)
  port.on('message', (message) => {
    const { id, kind, voice, text, wordsPerMinute } = order.parse(message)
    if (kind === 'check') return tell({ kind: 'done', id, known: espeak.hasVoice(voice) })
    const phonemes: string[] = []
    const known = espeak.speak(text, { voice, wordsPerMinute }, (chunk) => {
      phonemes.push(...chunk.phonemes)
      if (kind === 'speak') tell({ kind: 'chunk', id, samples: chunk.samples, words: chunk.words })
    })
    if (kind === 'phonemes') tell({ kind: 'phonemes', id, phonemes })
    tell({ kind: 'done', id, known })
  })
  tell({ kind: 'ready' })
}
