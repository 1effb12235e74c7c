/** Begins to fetch at once; what has come waits to be read, a failure at its place. `done` resolves at the end, however it comes. */
export function fetchedAhead<T>(source: AsyncIterable<T>): { items: AsyncIterable<T>; done: Promise<void> } {
  const waiting: T[] = []
  let ended = false
  let failure: { error: unknown } | undefined
  let wake: () => void = () => undefined

  async function fetchAll() {
    try {
      for await (const item of source) {
        waiting.push(item)
        wake()
      }
    } catch (error) {
      failure = { error }
    }
    ended = true
    wake()
  }
  const done = fetchAll()

  async function* items() {
    for (;;) {
      const next = waiting.shift()
      if (next !== undefined) yield next
      else if (failure) throw failure.error
      else if (ended) return
      else
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
  }
  return { items: items(), done }
}
