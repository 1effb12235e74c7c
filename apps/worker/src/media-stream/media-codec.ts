/** What a carrier's socket says. `timestampMs` counts from the start of the stream. */
export type MediaMessage =
  | { type: 'start'; streamId: string; format: MediaFormat | undefined }
  | { type: 'audio'; pcm: Int16Array; timestampMs?: number }
  | { type: 'key'; key: string }
  | { type: 'mark' }
  | { type: 'stop' }
  | { type: 'ignored' }
  | { type: 'unknown' | 'invalid' }

/** `undefined` in a start: a format we do not speak. */
export type MediaFormat = { encoding: 'mulaw' | 'linear16'; rate: LineRate }
export type LineRate = 8_000 | 16_000 | 24_000

export type MediaCodec = {
  format: MediaFormat
  /** How much sound a message holds at least, samples, and that it holds only multiples of it; absent: any size. */
  frameSamples?: number
  audio(pcm: Int16Array): string | Buffer
  mark(name: string): string
  clear(): string
}

/** How a carrier speaks on its media socket: what it says can be read before it has said which stream and format it is. */
export type MediaProtocol = {
  read(data: Buffer, isBinary: boolean, format: MediaFormat | undefined): MediaMessage
  codec(streamId: string, format: MediaFormat): MediaCodec
}
