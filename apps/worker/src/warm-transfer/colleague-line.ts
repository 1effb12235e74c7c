import type { Clock } from '../clock.ts'
import type { ArrivedSocket } from '../media-stream/media-server.ts'
import { createSocketLine } from '../media-stream/socket-line.ts'
import type { Line, LineEvent } from '../turn-taking/line.ts'

/** The line of a colleague whose media socket has arrived. A socket that is lost is a colleague who left: nobody comes back on another one. */
export function createColleagueLine({ socket, ...spoken }: ArrivedSocket, clock: Clock): Line {
  const listeners: ((event: LineEvent) => void)[] = []
  let left: LineEvent | undefined
  const tell = (event: LineEvent) => {
    if (event.type === 'left') left = event
    for (const listener of listeners) listener(event)
  }
  const onLost = () => tell({ type: 'left', by: 'contact' })
  const line = createSocketLine(socket, { ...spoken, clock, onLost, onNote: () => undefined })
  line.onEvent(tell)
  return {
    ...line,
    onEvent(listener) {
      listeners.push(listener)
      if (left) listener(left)
    },
  }
}
