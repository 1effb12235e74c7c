import type { Readable } from 'node:stream'

/** Both ends included. */
export type ByteRange = { start: number; end: number }

/** Where finished recordings are kept, by key (`<tenant>/<call>.ogg`). Throws a RecordingsError when the storage fails; what is not there is undefined. */
export type RecordingStore = {
  /** Keeps a file's content under the key, whole or not at all; replaces what was there. */
  put(key: string, file: string): Promise<void>
  /** Its length in bytes. */
  sizeOf(key: string): Promise<number | undefined>
  open(key: string, range?: ByteRange): Promise<Readable | undefined>
  /** Gone afterwards, also when it was not there. */
  delete(key: string): Promise<void>
}

const types: Record<string, string> = { wav: 'audio/wav', ogg: 'audio/ogg' }

/** The media type of what a key holds, by its ending. */
export const contentTypeOf = (key: string): string => types[key.slice(key.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
