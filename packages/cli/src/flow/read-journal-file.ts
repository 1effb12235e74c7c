import type { JournalEntry } from '@parley/flow-runtime'
import { journalDocument } from '@parley/flow-runtime/scenarios'
import { z } from 'zod'
import { InputError } from '../cli-error.ts'
import { parseJson, readText } from '../files.ts'

const document = z.union([journalDocument, z.object({ journal: journalDocument }).transform(({ journal }) => journal)])

/**
 * A call's journal from a file: a list of entries, the output of `flow run --json` (its `journal`), or one entry a line (`.jsonl`).
 * Throws InputError for anything else.
 */
export async function readJournalFile(file: string): Promise<JournalEntry[]> {
  const text = await readText(file)
  const value = file.endsWith('.jsonl')
    ? text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [parseJson(file, line)]))
    : parseJson(file, text)
  const parsed = document.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = (Array.isArray(value) ? journalDocument : z.object({ journal: journalDocument })).safeParse(value).error?.issues ?? []
  const path = issue?.path.join('.') ?? ''
  const message = `This is no journal of a call: ${path || 'the file'}: ${issue?.message ?? ''}`
  throw new InputError(file, [{ code: 'JOURNAL_INVALID', path, expected: 'the entries of a call’s journal', message }])
}
