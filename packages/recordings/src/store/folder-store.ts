import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { RecordingsError } from '../recordings-error.ts'
import type { RecordingStore } from './recording-store.ts'

/** Recordings in a folder of this machine (folders 0700). */
export function createFolderStore(folder: string): RecordingStore {
  const home = path.resolve(folder)
  const place = (key: string) => {
    const file = path.resolve(home, key)
    if (!file.startsWith(home + path.sep))
      throw new RecordingsError('RECORDINGS_KEY_INVALID', 'The key leads out of the recordings folder.')
    return file
  }
  const sizeOf = async (key: string) => {
    try {
      return (await stat(place(key))).size
    } catch (error) {
      return absent(error)
    }
  }

  return {
    sizeOf,
    put: async (key, file) => {
      const target = place(key)
      const part = `${target}.${randomUUID()}.part`
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
      try {
        await copyFile(file, part)
        await rename(part, target)
      } finally {
        await rm(part, { force: true })
      }
    },
    open: async (key, range) => ((await sizeOf(key)) === undefined ? undefined : createReadStream(place(key), range)),
    delete: (key) => rm(place(key), { force: true }),
  }
}

function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
