import { constants } from 'node:fs'
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

export const recordingRate = 16_000
/** Both channels of one instant: 2 × 16 bit. */
export const frameBytes = 4
const headerBytes = 64

/** A stereo file that grows; its first sample belongs to `startedAt` (epoch milliseconds). */
export type WavFile = {
  startedAt: number
  /** Stereo frames already in the file. */
  frames(): number
  /** Adds interleaved samples and makes the header tell the new length, so that the file is whole after every call. */
  append(interleaved: Int16Array): Promise<void>
  /** Reads interleaved samples from a frame on; empty at the end. */
  read(fromFrame: number, frames: number): Promise<Int16Array>
  /** Makes silence of all that was recorded; the length stays. */
  silence(): Promise<void>
  close(): Promise<void>
}

function header(frames: number, startedAt: number): Buffer {
  const bytes = Buffer.alloc(headerBytes)
  const data = frames * frameBytes
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(headerBytes - 8 + data, 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(2, 22)
  bytes.writeUInt32LE(recordingRate, 24)
  bytes.writeUInt32LE(recordingRate * frameBytes, 28)
  bytes.writeUInt16LE(frameBytes, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('prly', 36, 'latin1')
  bytes.writeUInt32LE(12, 40)
  bytes.writeDoubleLE(startedAt, 44)
  bytes.write('data', 56, 'latin1')
  bytes.writeUInt32LE(data, 60)
  return bytes
}

/** The instant of the first sample when the file is one of ours; undefined when it must be begun anew. */
async function startOf(file: FileHandle): Promise<number | undefined> {
  const bytes = Buffer.alloc(headerBytes)
  const { bytesRead } = await file.read(bytes, 0, headerBytes, 0)
  if (bytesRead < headerBytes || bytes.toString('latin1', 36, 40) !== 'prly') return undefined
  return bytes.readDoubleLE(44)
}

/** Opens the recording at `path` (folder 0700, file 0600), going on with what an earlier process left there. */
export async function openWavFile(path: string, now: number): Promise<WavFile> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600)
  const earlier = await startOf(file)
  const startedAt = earlier ?? now
  const size = earlier === undefined ? 0 : (await file.stat()).size
  let frames = Math.max(0, Math.floor((size - headerBytes) / frameBytes))
  if (earlier === undefined) await file.truncate(0)
  await file.write(header(frames, startedAt), 0, headerBytes, 0)

  return {
    startedAt,
    frames: () => frames,
    append: async (interleaved) => {
      const bytes = Buffer.from(interleaved.buffer, interleaved.byteOffset, interleaved.byteLength)
      await file.write(bytes, 0, bytes.length, headerBytes + frames * frameBytes)
      frames += interleaved.length / 2
      await file.write(header(frames, startedAt), 0, headerBytes, 0)
    },
    read: async (fromFrame, count) => {
      const wanted = Math.max(0, Math.min(count, frames - fromFrame))
      const bytes = Buffer.alloc(wanted * frameBytes)
      const { bytesRead } = await file.read(bytes, 0, bytes.length, headerBytes + fromFrame * frameBytes)
      return new Int16Array(bytes.buffer, bytes.byteOffset, Math.floor(bytesRead / 2))
    },
    silence: async () => {
      await file.truncate(headerBytes)
      await file.truncate(headerBytes + frames * frameBytes)
    },
    close: () => file.close(),
  }
}
