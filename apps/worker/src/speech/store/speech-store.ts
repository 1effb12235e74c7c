import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SpeechRate } from '../synthesiser.ts'
import { type KeptSpeech, readSpeech, writeSpeech } from './speech-file.ts'

/** A speech that was used within this time is not marked as used again. */
const markUsedEveryMs = 3_600_000
/** What is left when room has to be made. */
const keptShare = 0.9

export type SpeechStoreOptions = { folder: string; mostBytes: number; onFailure?: (error: unknown) => void }
export type SpeechStore = {
  read(key: string, rate: SpeechRate): Promise<KeptSpeech | undefined>
  /** Never rejects: a disk that refuses costs a later synthesis, no call. */
  write(key: string, rate: SpeechRate, speech: KeptSpeech): Promise<void>
}

/**
 * Speeches on disk by the hash of what makes them what they are (`key`, hexadecimal): shared by all calls and processes of a machine. A reader never
 * sees half a file, a damaged one counts as missing, and what was not used for longest goes when there is no more room.
 */
export function createSpeechStore({ folder, mostBytes, onFailure = () => undefined }: SpeechStoreOptions): SpeechStore {
  let bytes: Promise<number> | undefined
  let evicting = false
  const pathOf = (key: string) => join(folder, key.slice(0, 2), key)

  async function files() {
    const found: { path: string; size: number; usedAt: number }[] = []
    for (const name of await readdir(folder, { recursive: true }).catch(() => [])) {
      const path = join(folder, name)
      const about = await stat(path).catch(() => undefined)
      if (about?.isFile()) found.push({ path, size: about.size, usedAt: about.mtimeMs })
    }
    return found
  }

  const counted = () => {
    bytes ??= files().then((found) => found.reduce((sum, { size }) => sum + size, 0))
    return bytes
  }

  async function makeRoom() {
    if (evicting) return
    evicting = true
    try {
      const found = (await files()).sort((a, b) => a.usedAt - b.usedAt)
      let left = found.reduce((sum, { size }) => sum + size, 0)
      for (const { path, size } of found) {
        if (left <= mostBytes * keptShare) break
        await rm(path, { force: true })
        left -= size
      }
      bytes = Promise.resolve(left)
    } finally {
      evicting = false
    }
  }

  async function write(key: string, rate: SpeechRate, speech: KeptSpeech) {
    const path = pathOf(key)
    const file = writeSpeech(speech, rate)
    if (file.length > mostBytes * keptShare) return
    await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
    const half = `${path}.${randomUUID()}`
    try {
      await writeFile(half, file, { mode: 0o600 })
      await rename(half, path)
    } catch (error) {
      await rm(half, { force: true })
      throw error
    }
    const now = (await counted()) + file.length
    bytes = Promise.resolve(now)
    if (now > mostBytes) await makeRoom()
  }

  return {
    async read(key, rate) {
      const path = pathOf(key)
      const file = await readFile(path).catch(() => undefined)
      if (!file) return undefined
      const speech = readSpeech(file, rate)
      if (!speech) {
        await rm(path, { force: true })
        return undefined
      }
      markUsed(path).catch(() => undefined)
      return speech
    },
    write: (key, rate, speech) => write(key, rate, speech).catch(onFailure),
  }
}

async function markUsed(path: string) {
  const now = Date.now()
  if (now - (await stat(path)).mtimeMs >= markUsedEveryMs) await utimes(path, now / 1_000, now / 1_000)
}
