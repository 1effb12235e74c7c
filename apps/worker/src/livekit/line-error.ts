/** The connection to the room's server failed. Codes: `ROOM_UNREACHABLE`, `ROOM_NOT_CLOSED`. */
export class LineError extends Error {
  readonly code: 'ROOM_UNREACHABLE' | 'ROOM_NOT_CLOSED'
  readonly retryable = true

  constructor(code: LineError['code'], cause: unknown) {
    super(code === 'ROOM_UNREACHABLE' ? 'The room could not be joined.' : 'The server did not confirm the end of the room.', { cause })
    this.name = 'LineError'
    this.code = code
  }
}
