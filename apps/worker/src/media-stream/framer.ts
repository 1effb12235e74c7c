/** So long after the last sound the rest that fills no frame is sent, with silence behind it. */
const restAfterMs = 60

/**
 * Cuts sound into frames of exactly `frameSamples`, for carriers that take no other. `flush` sends the rest, filled up; it is sent by itself when nothing
 * follows. Without `frameSamples` all passes as it comes.
 */
export function createFramer(frameSamples: number | undefined, send: (pcm: Int16Array) => void) {
  let rest = new Int16Array(0)
  let timer: NodeJS.Timeout | undefined

  function flush() {
    clearTimeout(timer)
    if (rest.length === 0 || frameSamples === undefined) return
    const frame = new Int16Array(frameSamples)
    frame.set(rest)
    rest = new Int16Array(0)
    send(frame)
  }

  return {
    push(pcm: Int16Array) {
      if (frameSamples === undefined) return send(pcm)
      clearTimeout(timer)
      const all = new Int16Array(rest.length + pcm.length)
      all.set(rest)
      all.set(pcm, rest.length)
      const whole = all.length - (all.length % frameSamples)
      for (let at = 0; at < whole; at += frameSamples) send(all.slice(at, at + frameSamples))
      rest = all.slice(whole)
      if (rest.length > 0) timer = setTimeout(flush, restAfterMs)
    },
    flush,
    /** What was not sent is not sent any more. */
    drop() {
      clearTimeout(timer)
      rest = new Int16Array(0)
    },
  }
}
