/** What the native part of @livekit/rtc-node 1.1.0 throws without a stack, seen once in ten minutes of calls in rooms and on sockets. Which handle was given back twice is not known. */
const handleGone = 'trying to drop an invalid handle'

type Process = Pick<NodeJS.EventEmitter, 'on'>

/**
 * Keeps the calls of this process alive when memory of a room is given back twice: the handle is gone, as was wanted, and nothing can be caught where it
 * happens. Every other error that nobody caught ends the process as it would without this. `onGone`: told each time. @param ended ends the process
 */
export function outliveGoneHandles(onGone: () => void, ended: (error: unknown) => void = endLoudly, of: Process = process): void {
  of.on('uncaughtException', (error: unknown) => {
    if (error instanceof Error && error.message === handleGone) onGone()
    else ended(error)
  })
}

function endLoudly(error: unknown): void {
  console.error(error)
  process.exit(1)
}
