/** A tool that cannot answer as asked; `code` is stable. What a caller can be offered is a value instead. */
export class ToolError extends Error {
  override readonly name = 'ToolError'
  readonly code: 'SERVICE_UNKNOWN' | 'TOOL_INPUT_INVALID' | 'TOOL_NOT_CONNECTED'
  readonly retryable = false

  constructor(code: ToolError['code'], message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }
}
