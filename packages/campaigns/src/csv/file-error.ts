export type FileErrorCode =
  | 'FILE_EMPTY'
  | 'FILE_TOO_LARGE'
  | 'FILE_UNREADABLE'
  | 'CELL_TOO_LONG'
  | 'QUOTE_NOT_CLOSED'
  | 'QUOTE_MISPLACED'
  | 'COLUMN_MISSING'

/** Why a file of leads cannot be imported at all. `row` and `column` count from 1, the header is row 1. Nothing of it was imported. */
export class FileError extends Error {
  override readonly name = 'FileError'
  readonly code: FileErrorCode
  readonly row: number | undefined
  readonly column: number | undefined

  constructor(code: FileErrorCode, message: string, place: { row?: number; column?: number; cause?: unknown } = {}) {
    super(message, { cause: place.cause })
    this.code = code
    this.row = place.row
    this.column = place.column
  }
}
