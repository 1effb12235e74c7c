import { z } from 'zod'
import { type FilePreview, filePreview } from './file-preview.ts'
import { type FileFault, fileFault, type ImportNews, importNews } from './import-news.ts'
import { largestFile } from './largest-file.ts'

const tooLarge = (file: File): FileFault | undefined => (file.size > largestFile ? { code: 'FILE_TOO_LARGE' } : undefined)

/** A chosen file that was changed or moved since cannot be read any more. */
async function lostOf(file: File): Promise<FileFault> {
  try {
    await file.slice(0, 1).arrayBuffer()
    return { code: 'OFFLINE' }
  } catch {
    return { code: 'FILE_GONE' }
  }
}

/** Has the server read the beginning of a file; nothing is kept of it there. */
export async function previewOf(campaignId: string, file: File): Promise<{ preview: FilePreview } | { fault: FileFault }> {
  const fault = tooLarge(file)
  if (fault) return { fault }
  try {
    const response = await fetch(`/api/lead-files/${campaignId}/preview`, { method: 'POST', body: file })
    const answer: unknown = await response.json()
    return response.ok ? { preview: filePreview.parse(answer) } : { fault: fileFault.parse(answer) }
  } catch (error) {
    return { fault: error instanceof z.ZodError ? { code: 'UNKNOWN' } : await lostOf(file) }
  }
}

type Progress = { onSent: (part: number) => void; onNews: (news: ImportNews) => void }

/**
 * Sends a file to be imported and tells how far that is; the promise has the last news, `done` or `failed`. `cancel` leaves nothing behind while the
 * file is still read.
 */
export function importFile(campaignId: string, file: File, how: unknown, { onSent, onNews }: Progress) {
  const request = new XMLHttpRequest()
  const last = new Promise<ImportNews>((resolve) => {
    let told: ImportNews | undefined
    let read = 0
    const readLines = () => {
      const end = request.responseText.lastIndexOf('\n')
      const lines = request.responseText.slice(read, end).split('\n')
      read = Math.max(read, end + 1)
      for (const line of lines.filter(Boolean)) {
        told = importNews.parse(JSON.parse(line))
        onNews(told)
      }
    }
    request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total)
    request.onprogress = () => {
      if (request.status === 200) readLines()
    }
    request.onload = () => {
      if (request.status === 200) readLines()
      else resolve({ state: 'failed', ...(fileFault.safeParse(parsed(request.responseText)).data ?? { code: 'UNKNOWN' }) })
      resolve(told?.state === 'done' || told?.state === 'failed' ? told : { state: 'failed', code: 'ANSWER_LOST' })
    }
    request.onerror = async () => {
      const lost = told?.state === 'checking' ? { code: 'ANSWER_LOST' } : await lostOf(file)
      resolve({ state: 'failed', ...lost })
    }
    request.onabort = () => resolve({ state: 'failed', code: 'CANCELLED' })
  })
  request.open('POST', `/api/lead-files/${campaignId}?how=${encodeURIComponent(JSON.stringify(how))}`)
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.send(file)
  return { last, cancel: () => request.abort() }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
