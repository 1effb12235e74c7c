type DbErrorCode =
  | 'CALL_UNKNOWN'
  | 'CAMPAIGN_UNKNOWN'
  | 'CONNECTION_FULL'
  | 'CONNECTION_TOO_FAST'
  | 'IMPORT_UNKNOWN'
  | 'DATABASE_UNAVAILABLE'
  | 'ENCRYPTED_DATA_DAMAGED'
  | 'ENCRYPTION_KEY_INVALID'
  | 'ENCRYPTION_KEY_WRONG'
  | 'JOURNAL_FORKED'
  | 'LINE_KNOWN'

/** What this package throws; expected results are values instead. `retryable`: the same call may work later. */
export class DbError extends Error {
  override readonly name = 'DbError'
  readonly code: DbErrorCode
  readonly retryable: boolean

  constructor(code: DbErrorCode, message: string, options: { retryable?: boolean; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.code = code
    this.retryable = options.retryable ?? false
  }
}
