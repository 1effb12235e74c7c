import { guessMapping } from './column-mapping.ts'
import { FileError } from './file-error.ts'
import type { FileFormat } from './file-format.ts'
import { readRows } from './read-rows.ts'
import { separatorOf } from './separator.ts'
import { encodingOf, type OpenFile, textOf } from './text-encoding.ts'

export type FilePreview = { format: FileFormat; header: string[]; rows: string[][]; mapping: ReturnType<typeof guessMapping> }

const shownRows = 20
const startLength = 64_000

/** How a file is read, its header and first rows, and a guess of what its columns are. Throws FileError. */
export async function previewFile(open: OpenFile): Promise<FilePreview> {
  const encoding = await encodingOf(open)
  const format = { encoding, separator: separatorOf(await startOf(open, encoding)) }
  const rows: string[][] = []
  for await (const { cells } of readRows(open, format)) {
    rows.push(cells)
    if (rows.length > shownRows) break
  }
  const [header, ...others] = rows
  if (!header) throw new FileError('FILE_EMPTY', 'The file is empty.')
  return { format, header, rows: others, mapping: guessMapping(header, others) }
}

async function startOf(open: OpenFile, encoding: FileFormat['encoding']): Promise<string> {
  let start = ''
  for await (const text of textOf(open, encoding)) {
    start += text
    if (start.length >= startLength) break
  }
  return start.slice(0, startLength)
}
