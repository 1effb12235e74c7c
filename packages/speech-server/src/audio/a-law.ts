const CLIP = 32_635

/** Position of the highest set bit above bit 7, as G.711's segment number. */
function segmentOf(magnitude: number): number {
  let segment = 7
  for (let mask = 0x4000; segment > 0 && (magnitude & mask) === 0; mask >>= 1) segment--
  return segment
}

function aLawByte(sample: number): number {
  const sign = sample < 0 ? 0 : 0x80
  const magnitude = Math.min(CLIP, sample < 0 ? -sample - 1 : sample)
  const segment = magnitude < 256 ? 0 : segmentOf(magnitude)
  const mantissa = segment === 0 ? magnitude >> 4 : magnitude >> (segment + 3)
  return (sign | (segment << 4) | (mantissa & 0x0f)) ^ 0x55
}

function aLawSample(byte: number): number {
  const bits = byte ^ 0x55
  const segment = (bits >> 4) & 7
  const mantissa = (bits & 0x0f) << 4
  const magnitude = segment === 0 ? mantissa + 8 : (mantissa + 0x108) << (segment - 1)
  return bits & 0x80 ? magnitude : -magnitude
}

export const encodeALaw = (samples: Int16Array): Uint8Array => Uint8Array.from(samples, aLawByte)
export const decodeALaw = (bytes: Uint8Array): Int16Array => Int16Array.from(bytes, aLawSample)
