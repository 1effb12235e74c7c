const latestMs = 2_000

type Waiting = { act: () => void }

const waiting = new Set<Waiting>()
let callOff: (() => void) | undefined

/**
 * Calls back in a free moment of the page; returns how to call it off. What waits gets a moment each, in the order it came, so that
 * the page can answer in between.
 */
export function whenFree(act: () => void): () => void {
  const own = { act }
  waiting.add(own)
  callOff ??= askForMoment()
  return () => {
    waiting.delete(own)
    if (waiting.size > 0) return
    callOff?.()
    callOff = undefined
  }
}

function takeMoment(): void {
  const [first] = waiting
  if (first) waiting.delete(first)
  callOff = waiting.size > 0 ? askForMoment() : undefined
  first?.act()
}

function askForMoment(): () => void {
  // Safari does not tell.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(takeMoment, latestMs / 10)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(takeMoment, { timeout: latestMs })
  return () => cancelIdleCallback(handle)
}
