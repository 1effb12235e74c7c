import { readFile, writeFile } from 'node:fs/promises'
import { decodeMuLaw, encodeMuLaw } from '@parley/audio'

export type Wav = { sampleRate: number; channels: number; samples: Int16Array }

const headerBytes = 44
const muLaw = 7

/** Reads a WAV file of 16-bit PCM or µ-law; samples of several channels are interleaved. Throws when it is something else. */
export async function readWav(path: string): Promise<Wav> {
  const bytes = await readFile(path)
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WAVE') throw new Error(`${path} is no WAV file.`)
  let format: { channels: number; sampleRate: number; coding: number } | undefined
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = bytes.toString('latin1', at, at + 4)
    const size = bytes.readUInt32LE(at + 4)
    const body = at + 8
    if (name === 'fmt ')
      format = { coding: bytes.readUInt16LE(body), channels: bytes.readUInt16LE(body + 2), sampleRate: bytes.readUInt32LE(body + 4) }
    if (name === 'data' && format) {
      const { coding, ...about } = format
      const end = Math.min(body + size, bytes.length)
      if (coding === muLaw) return { ...about, samples: decodeMuLaw(bytes.subarray(body, end)) }
      const samples = new Int16Array((end - body) >> 1)
      for (let i = 0; i < samples.length; i += 1) samples[i] = bytes.readInt16LE(body + i * 2)
      return { ...about, samples }
    }
    at = body + size + (size % 2)
  }
  throw new Error(`${path} holds no audio.`)
}

/** Writes 16-bit PCM; samples of several channels interleaved. */
export async function writeWav(path: string, wav: Wav): Promise<void> {
  const { samples } = wav
  await writeFile(path, Buffer.concat([headOf(wav, 1, 2), Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)]))
}

/** Writes µ-law, as a telephone line carries it: half the bytes. */
export async function writeMuLawWav(path: string, wav: Wav): Promise<void> {
  await writeFile(path, Buffer.concat([headOf(wav, muLaw, 1), encodeMuLaw(wav.samples)]))
}

function headOf({ sampleRate, channels, samples }: Wav, coding: number, bytesPerSample: number): Buffer {
  const size = samples.length * bytesPerSample
  const head = Buffer.alloc(headerBytes)
  head.write('RIFF', 0)
  head.writeUInt32LE(headerBytes - 8 + size, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(coding, 20)
  head.writeUInt16LE(channels, 22)
  head.writeUInt32LE(sampleRate, 24)
  head.writeUInt32LE(sampleRate * channels * bytesPerSample, 28)
  head.writeUInt16LE(channels * bytesPerSample, 32)
  head.writeUInt16LE(8 * bytesPerSample, 34)
  head.write('data', 36)
  head.writeUInt32LE(size, 40)
  return head
}

/** One channel of interleaved samples. */
export const channelOf = ({ samples, channels }: Wav, channel: number): Int16Array =>
  Int16Array.from({ length: Math.floor(samples.length / channels) }, (_, frame) => samples[frame * channels + channel] ?? 0)
