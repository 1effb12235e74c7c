/** A pause that can be ended early. One sleeper at a time. */
export function createNap() {
  let end: () => void = () => undefined

  return {
    /** Resolves after `ms`, or when woken. */
    sleep: (ms: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(() => end(), ms)
        end = () => {
          clearTimeout(timer)
          resolve()
        }
      }),
    wake: () => end(),
  }
}
