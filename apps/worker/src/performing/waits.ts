/** The pauses of one call; all of them end with it. */
export function createWaits(signal: AbortSignal) {
  const timers = new Map<string, NodeJS.Timeout>()
  const drop = (isDropped: (id: string) => boolean) => {
    for (const [id, timer] of timers) {
      if (!isDropped(id)) continue
      clearTimeout(timer)
      timers.delete(id)
    }
  }
  signal.addEventListener('abort', () => drop(() => true), { once: true })

  return {
    start(id: string, ms: number, over: () => void) {
      if (signal.aborted) return
      const timer = setTimeout(() => {
        timers.delete(id)
        over()
      }, ms)
      timers.set(id, timer)
    },
    /** Ends the pauses that are not among these. */
    keep: (awaited: ReadonlySet<string>) => drop((id) => !awaited.has(id)),
  }
}
