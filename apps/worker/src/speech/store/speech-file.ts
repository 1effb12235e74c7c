import { decodeMuLaw, encodeMuLaw } from '@parley/audio'
import { z } from 'zod'
import type { SpeechRate, SpokenWord } from '../synthesiser.ts'

/** A whole speech: 16-bit mono at `rate`, with the times of its words. */
export type KeptSpeech = { pcm: Int16Array; words: readonly SpokenWord[] }

const mark = 'PSP1'
const header = z.object({
  samples: z.number().int().nonnegative(),
  words: z.array(z.object({ text: z.string(), startMs: z.number(), endMs: z.number() })),
})

/** The speech as a file: a mark, the length of a JSON header, the header, the sound (µ-law on a telephone's rate, where nothing better is heard). */
export function writeSpeech({ pcm, words }: KeptSpeech, rate: SpeechRate): Buffer {
  const about = Buffer.from(JSON.stringify({ samples: pcm.length, words }))
  const start = Buffer.alloc(8)
  start.write(mark, 0, 'latin1')
  start.writeUInt32LE(about.length, 4)
  const sound = rate === 8_000 ? encodeMuLaw(pcm) : Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength)
  return Buffer.concat([start, about, sound])
}

/** The speech in a file; undefined when it is not whole. */
export function readSpeech(file: Buffer, rate: SpeechRate): KeptSpeech | undefined {
  if (file.length < 8 || file.toString('latin1', 0, 4) !== mark) return undefined
  const soundAt = 8 + file.readUInt32LE(4)
  if (soundAt > file.length) return undefined
  const about = header.safeParse(jsonOf(file.toString('utf8', 8, soundAt)))
  if (!about.success) return undefined
  const { samples, words } = about.data
  const sound = file.subarray(soundAt)
  if (sound.length !== samples * (rate === 8_000 ? 1 : 2)) return undefined
  if (rate === 8_000) return { pcm: decodeMuLaw(sound), words }
  const pcm = new Int16Array(samples)
  new Uint8Array(pcm.buffer).set(sound)
  return { pcm, words }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
