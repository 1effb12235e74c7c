type RecordingsErrorCode =
  | 'RECORDINGS_SETTINGS_INCOMPLETE'
  | 'RECORDINGS_KEY_INVALID'
  | 'RECORDINGS_STORAGE_REFUSED'
  | 'RECORDINGS_STORAGE_UNREACHABLE'
  | 'SOUND_NOT_ENCODED'
  | 'SOUND_NOT_READ'

/** What this package throws; what is not there is a value instead. `code` is stable. */
export class RecordingsError extends Error {
  override readonly name = 'RecordingsError'
  readonly code: RecordingsErrorCode
  readonly retryable: boolean

  constructor(code: RecordingsErrorCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
    this.retryable = code === 'RECORDINGS_STORAGE_UNREACHABLE'
  }
}
