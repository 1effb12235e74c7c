/** G.711 µ-law, the code of telephone lines: 8 bits for 14 of a 16-bit sample. ITU-T G.711 (11/88). */
const bias = 0x84
const clip = 32_635

function encodeSample(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0
  const magnitude = Math.min(clip, Math.abs(sample)) + bias
  let segment = 7
  for (let mask = 0x4000; segment > 0 && (magnitude & mask) === 0; mask >>= 1) segment -= 1
  return ~(sign | (segment << 4) | ((magnitude >> (segment + 3)) & 0x0f)) & 0xff
}

function decodeByte(byte: number): number {
  const bits = ~byte & 0xff
  const segment = (bits >> 4) & 7
  const magnitude = ((((bits & 0x0f) << 3) + bias) << segment) - bias
  return bits & 0x80 ? -magnitude : magnitude
}

const decoded = Int16Array.from({ length: 256 }, (_, byte) => decodeByte(byte))
const encoded = Uint8Array.from({ length: 65_536 }, (_, index) => encodeSample(index - 32_768))

/** What a silent line sends. */
export const muLawSilence = 0xff

export function encodeMuLaw(samples: Int16Array): Buffer {
  const bytes = Buffer.allocUnsafe(samples.length)
  for (let i = 0; i < samples.length; i += 1) bytes[i] = encoded[(samples[i] ?? 0) + 32_768] ?? muLawSilence
  return bytes
}

export function decodeMuLaw(bytes: Uint8Array): Int16Array {
  const samples = new Int16Array(bytes.length)
  for (let i = 0; i < bytes.length; i += 1) samples[i] = decoded[bytes[i] ?? muLawSilence] ?? 0
  return samples
}
