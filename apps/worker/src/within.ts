/** A promise that took too long. `code` names what was waited for. */
export class TooLate extends Error {
  override name = 'TooLate'
  readonly retryable = true
  constructor(readonly code: string) {
    super(code)
  }
}

/** The promise's value, or `TooLate` after `ms` or when the signal aborts; the timer outlives neither. */
export function within<T>(promise: Promise<T>, ms: number, code: string, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new TooLate(code))
    const timer = setTimeout(giveUp, ms)
    const onAbort = () => {
      clearTimeout(timer)
      giveUp()
    }
    signal?.addEventListener('abort', onAbort, { once: true })
    promise.then(resolve, reject).finally(() => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    })
  })
}
