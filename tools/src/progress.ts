/** Receives one line per step of a start, without time stamp. */
export type OnProgress = (line: string) => void

/** Prints progress lines with the seconds since the command was typed: `[ 12.3 s] Building the studio`. */
export const printProgress =
  (startedAtMs: number, write: (text: string) => void): OnProgress =>
  (line) =>
    write(`[${((Date.now() - startedAtMs) / 1000).toFixed(1).padStart(5)} s] ${line}\n`)

/** Repeats a line with the elapsed time every `everyMs` until the returned function is called. */
export function stillGoing(onProgress: OnProgress, what: string, everyMs = 15_000): () => void {
  const startedAtMs = Date.now()
  const timer = setInterval(() => onProgress(`${what}: ${Math.round((Date.now() - startedAtMs) / 1000)} s so far`), everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
