/** 16-bit little-endian samples as bytes; half a sample at the end is dropped. */
export const samplesOf = (bytes: Buffer): Int16Array => Int16Array.from({ length: bytes.length >> 1 }, (_, i) => bytes.readInt16LE(i * 2))

export function bytesOf(pcm: Int16Array): Buffer {
  const bytes = Buffer.alloc(pcm.length * 2)
  for (const [i, sample] of pcm.entries()) bytes.writeInt16LE(sample, i * 2)
  return bytes
}
