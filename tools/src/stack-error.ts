/** A failure that the person at the terminal can act on: `message` is one or two clear sentences, `code` is stable. */
export class StackError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly retryable = false,
  ) {
    super(message)
    this.name = 'StackError'
  }
}
