/** Stable codes of what carriers refuse and fail with; docs/errors.md says what to do about each. */
export type CarrierCode =
  | 'CARRIER_UNREACHABLE'
  | 'CARRIER_ADDRESS_REFUSED'
  | 'CARRIER_UNAUTHORIZED'
  | 'CARRIER_ACCOUNT_SUSPENDED'
  | 'CARRIER_NO_CREDIT'
  | 'CARRIER_FORBIDDEN'
  | 'CARRIER_RATE_LIMITED'
  | 'CARRIER_NUMBER_INVALID'
  | 'CARRIER_CALLER_ID_REFUSED'
  | 'CARRIER_NO_NUMBERS'
  | 'CARRIER_NUMBER_UNKNOWN'
  | 'CARRIER_CALL_UNKNOWN'
  | 'CARRIER_REFUSED'
  | 'CARRIER_FAILED'

/** A carrier did not do what it was asked for. `status` is its HTTP status when it answered, `vendorCode` its own code of the reason. */
export class CarrierError extends Error {
  override readonly name = 'CarrierError'
  readonly code: CarrierCode
  readonly retryable: boolean
  readonly status?: number
  readonly vendorCode?: string

  constructor(code: CarrierCode, { status, vendorCode, cause }: { status?: number; vendorCode?: string; cause?: unknown } = {}) {
    super(`The carrier failed: ${code}.`, { cause })
    this.code = code
    this.status = status
    this.vendorCode = vendorCode
    this.retryable = isRetryable(code)
  }
}

/** Nobody can know whether the carrier dials: the request left, and no answer says. To be followed by `find`, never by another dial. */
export class DialUnknown extends Error {
  override readonly name = 'DialUnknown'
  readonly code = 'CARRIER_DIAL_UNKNOWN'
}

/** The same request may succeed later. */
export const isRetryable = (code: CarrierCode): boolean =>
  code === 'CARRIER_UNREACHABLE' || code === 'CARRIER_RATE_LIMITED' || code === 'CARRIER_FAILED'
