/** A promise that took too long. `code` names what was waited for. */
export class TooLate extends Error {
  override name = 'TooLate'
  readonly retryable = true
  constructor(readonly code: string) {
    super(code)
  }
}

/** The promise's value, or `TooLate` after `ms`; the timer never outlives the promise. */
export function within<T>(promise: Promise<T>, ms: number, code: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TooLate(code)), ms)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
