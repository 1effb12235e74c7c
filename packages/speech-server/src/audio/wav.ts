export type Wav = { sampleRate: number; channels: number; samples: Int16Array }

/** Reads a RIFF file with 16-bit samples; null when it is not one. */
export function parseWav(bytes: Buffer): Wav | null {
  if (bytes.length < 12 || bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WAVE') return null
  let format: { sampleRate: number; channels: number; bits: number; kind: number } | null = null
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = bytes.toString('latin1', at, at + 4)
    const size = bytes.readUInt32LE(at + 4)
    const body = at + 8
    if (name === 'fmt ' && body + 16 <= bytes.length) {
      format = {
        kind: bytes.readUInt16LE(body),
        channels: bytes.readUInt16LE(body + 2),
        sampleRate: bytes.readUInt32LE(body + 4),
        bits: bytes.readUInt16LE(body + 14),
      }
    }
    if (name === 'data') {
      if (format === null || format.bits !== 16 || (format.kind !== 1 && format.kind !== 0xfffe)) return null
      return { sampleRate: format.sampleRate, channels: format.channels, samples: samplesOf(bytes.subarray(body, body + size)) }
    }
    at = body + size + (size % 2)
  }
  return null
}

/** Little-endian 16-bit samples; a trailing odd byte is ignored. */
export function samplesOf(bytes: Uint8Array): Int16Array {
  const samples = new Int16Array(bytes.byteLength >> 1)
  new Uint8Array(samples.buffer).set(bytes.subarray(0, samples.byteLength))
  return samples
}

/** The bytes of samples, sharing memory. */
export const bytesOf = (samples: Int16Array): Buffer => Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)

/** The first channel of interleaved samples. */
export function firstChannel(samples: Int16Array, channels: number): Int16Array {
  if (channels <= 1) return samples
  return Int16Array.from({ length: Math.floor(samples.length / channels) }, (_, frame) => samples[frame * channels] ?? 0)
}
