/** A benchmark that cannot run here; the message says what to do. */
export class BenchmarkError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'BenchmarkError'
  }
}
