/** `RECOGNITION_…`: what the vendor did, named as in calls; the others never came so far. */
export type TranscriptionCode =
  | 'RECOGNITION_UNAUTHORIZED'
  | 'RECOGNITION_REFUSED'
  | 'RECOGNITION_RATE_LIMITED'
  | 'RECOGNITION_UNAVAILABLE'
  | 'RECOGNITION_TIMEOUT'
  | 'RECOGNITION_BROKEN'
  | 'RECORDING_NOT_FOUND'
  | 'TRANSCRIBER_MISSING'
  | 'PROVIDER_ADDRESS_REFUSED'

const retryable: ReadonlySet<TranscriptionCode> = new Set([
  'RECOGNITION_RATE_LIMITED',
  'RECOGNITION_UNAVAILABLE',
  'RECOGNITION_TIMEOUT',
  'RECOGNITION_BROKEN',
])

/** A recording was not transcribed. Carries no cause: what a vendor answers may quote words. */
export class TranscriptionError extends Error {
  override readonly name = 'TranscriptionError'
  readonly code: TranscriptionCode
  readonly retryable: boolean

  /** `status`: the vendor's, for the log. */
  constructor(code: TranscriptionCode, status?: number) {
    super(status === undefined ? code : `${code} (${status})`)
    this.code = code
    this.retryable = retryable.has(code)
  }
}

/** What an HTTP status of the vendor means. */
export function transcriptionErrorOf(status: number): TranscriptionError {
  const code =
    byStatus[status] ?? (status >= 500 ? 'RECOGNITION_UNAVAILABLE' : status >= 400 ? 'RECOGNITION_REFUSED' : 'RECOGNITION_BROKEN')
  return new TranscriptionError(code, status)
}

const byStatus: Record<number, TranscriptionCode> = {
  401: 'RECOGNITION_UNAUTHORIZED',
  402: 'RECOGNITION_UNAUTHORIZED',
  403: 'RECOGNITION_UNAUTHORIZED',
  408: 'RECOGNITION_TIMEOUT',
  429: 'RECOGNITION_RATE_LIMITED',
  504: 'RECOGNITION_TIMEOUT',
}
