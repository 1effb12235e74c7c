import type { ColumnMapping } from './column-mapping.ts'
import { FileError } from './file-error.ts'
import type { FileFormat } from './file-format.ts'
import { readRows } from './read-rows.ts'
import type { OpenFile } from './text-encoding.ts'
import { type ImportedLead, type RefusedRow, toLead } from './to-lead.ts'

export type LeadBatch = { leads: ImportedLead[]; refused: RefusedRow[] }

const batchSize = 1_000

/**
 * The leads of a file in batches, and the rows that are none, with their reason; a number that comes again in the file is refused. Memory is that of a
 * batch and of the numbers. Throws FileError for a file that cannot be read to its end, and when the mapping names a column it does not have.
 */
export async function* readLeads(
  open: OpenFile,
  format: FileFormat,
  mapping: ColumnMapping,
  defaultCountry?: string,
): AsyncGenerator<LeadBatch> {
  let columns: number | undefined
  const seen = new Set<string>()
  let batch: LeadBatch = { leads: [], refused: [] }
  for await (const row of readRows(open, format)) {
    if (columns === undefined) {
      columns = row.cells.length
      checkColumns(columns, mapping)
      continue
    }
    const lead = toLead(row, columns, mapping, defaultCountry)
    if ('reason' in lead) batch.refused.push(lead)
    else if (seen.has(lead.phone)) batch.refused.push({ row: row.row, column: mapping.phone + 1, reason: 'duplicateInFile' })
    else {
      seen.add(lead.phone)
      batch.leads.push(lead)
    }
    if (batch.leads.length + batch.refused.length < batchSize) continue
    yield batch
    batch = { leads: [], refused: [] }
  }
  if (columns === undefined) throw new FileError('FILE_EMPTY', 'The file is empty.')
  yield batch
}

function checkColumns(columns: number, { variables, ...fixed }: ColumnMapping): void {
  const last = Math.max(...Object.values(fixed), ...variables.map(({ column }) => column))
  if (last >= columns)
    throw new FileError('COLUMN_MISSING', `The file has ${columns} columns; there is no column ${last + 1}.`, { column: last + 1 })
}
