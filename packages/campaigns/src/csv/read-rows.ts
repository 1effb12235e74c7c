import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { z } from 'zod'
import { FileError } from './file-error.ts'
import type { FileFormat } from './file-format.ts'
import { type OpenFile, textOf } from './text-encoding.ts'

/** `row` counts from 1 as a spreadsheet does: the header and empty rows included. */
export type Row = { row: number; cells: string[] }

/** Characters; whoever needs more in one row is not importing leads. */
const longestRow = 100_000

/** The rows of a CSV file, as they are read, without the empty ones. Throws FileError when the file breaks the rules of quotes or lengths. */
export async function* readRows(open: OpenFile, { encoding, separator }: FileFormat): AsyncGenerator<Row> {
  const parser = parse({ delimiter: separator, relax_column_count: true, max_record_size: longestRow })
  const source = Readable.from(textOf(open, encoding), { highWaterMark: 1 })
  source.on('error', (error) => parser.destroy(error)).pipe(parser)
  let row = 0
  try {
    for await (const record of parser) {
      row += 1
      const cells = z.array(z.string()).parse(record)
      if (cells.some((cell) => cell.trim() !== '')) yield { row, cells }
    }
  } catch (error) {
    throw error instanceof CsvError ? fileError(error) : error
  } finally {
    source.destroy()
  }
}

const where = z.object({ records: z.number().int(), column: z.number().int().catch(0) })

function fileError(cause: CsvError): FileError {
  const { records, column: before } = where.parse({ ...cause })
  const [row, column] = [records + 1, before + 1]
  const place = { row, column, cause }
  const at = `row ${row}, column ${column}`
  switch (cause.code) {
    case 'CSV_MAX_RECORD_SIZE':
      return new FileError('CELL_TOO_LONG', `The text in ${at} is too long: a row may have ${longestRow} characters.`, place)
    case 'CSV_QUOTE_NOT_CLOSED':
      return new FileError('QUOTE_NOT_CLOSED', `A quotation mark that opens in ${at} is never closed.`, place)
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return new FileError('QUOTE_MISPLACED', `There is a single quotation mark within a text in ${at}; write it twice.`, place)
    default:
      return new FileError('FILE_UNREADABLE', `The file cannot be read from ${at} on.`, place)
  }
}
