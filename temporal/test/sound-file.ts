import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeOpus, soundRate } from '@parley/recordings'
import { writeWav } from '@parley/testing'

/** Two seconds of both sides, as calls are recorded: Ogg Opus. */
export async function soundFile(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-recording-'))
  try {
    const samples = Int16Array.from({ length: 2 * soundRate * 2 }, (_, at) => 9_000 * Math.sin((2 * Math.PI * 440 * (at >> 1)) / soundRate))
    await writeWav(join(folder, 'call.wav'), { sampleRate: soundRate, channels: 2, samples })
    await encodeOpus(join(folder, 'call.wav'), join(folder, 'call.ogg'), 60_000)
    return await readFile(join(folder, 'call.ogg'))
  } finally {
    await rm(folder, { recursive: true })
  }
}
