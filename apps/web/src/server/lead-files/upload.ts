import { FileError, type OpenFile } from '@parley/campaigns/import'
import { largestFile } from '../../campaigns/import/largest-file.ts'

/** More than the rows of a preview can hold. */
const headBytes = 8_000_000

/** A file on its way from the browser: read once, from its beginning, never held as a whole. */
export type Upload = {
  /** What comes next; undefined at the end. Throws FileError FILE_TOO_LARGE. */
  next(): Promise<Uint8Array | undefined>
  /** Lets the browser speak out: it hears no answer before. */
  drain(): Promise<void>
}

export function openUpload(body: ReadableStream<Uint8Array>): Upload {
  const reader = body.getReader()
  let bytes = 0
  return {
    async next() {
      const { value } = await reader.read()
      bytes += value?.length ?? 0
      if (bytes > largestFile) throw new FileError('FILE_TOO_LARGE', 'The file is too large.')
      return value
    },
    async drain() {
      let isOver = false
      for (let left = largestFile; left > 0 && !isOver; ) {
        const { done, value } = await reader.read()
        isOver = done
        left -= value?.length ?? 0
      }
      if (!isOver) await reader.cancel()
    },
  }
}

/** The whole file, which can be read once. */
export const wholeOf = (upload: Upload): OpenFile =>
  async function* () {
    for (let bytes = await upload.next(); bytes; bytes = await upload.next()) yield bytes
  }

/** A file that is read to its end the first time, so that all of it tells its encoding, and whose beginning can be read again. */
export function beginningOf(upload: Upload): OpenFile {
  const head: Uint8Array[] = []
  let kept = 0
  let opened = 0
  return async function* () {
    opened += 1
    const isFirst = opened === 1
    let at = 0
    while (isFirst || at < head.length || kept < headBytes) {
      const known = head[at]
      const bytes = known ?? (await upload.next())
      if (!bytes) return
      if (!known && kept < headBytes) {
        head.push(bytes)
        kept += bytes.length
      }
      at += 1
      yield bytes
    }
  }
}
