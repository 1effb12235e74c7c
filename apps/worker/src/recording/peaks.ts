import { recordingRate, type WavFile } from './wav-file.ts'

const blockFrames = recordingRate
const mostBuckets = 2_000
const bucketsPerSecond = 50

/** Loudest sample (0 to 1) of each bucket of both sides: at most 50 buckets a second and 2,000 in all. Reads the file in blocks. */
export async function peaksOf(file: Pick<WavFile, 'frames' | 'read'>): Promise<{ contact: number[]; agent: number[] }> {
  const frames = file.frames()
  const buckets = Math.min(mostBuckets, Math.ceil((frames / recordingRate) * bucketsPerSecond))
  const contact = new Float32Array(buckets)
  const agent = new Float32Array(buckets)
  for (let from = 0; from < frames; ) {
    const block = await file.read(from, blockFrames)
    const read = block.length / 2
    if (read === 0) break
    for (let i = 0; i < read; i += 1) {
      const bucket = Math.floor(((from + i) * buckets) / frames)
      contact[bucket] = Math.max(contact[bucket] ?? 0, Math.abs(block[i * 2] ?? 0))
      agent[bucket] = Math.max(agent[bucket] ?? 0, Math.abs(block[i * 2 + 1] ?? 0))
    }
    from += read
  }
  const share = (peak: number) => Math.round((peak / 32_768) * 1_000) / 1_000
  return { contact: Array.from(contact, share), agent: Array.from(agent, share) }
}
