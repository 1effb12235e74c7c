import { joinSamples } from '@parley/audio'

/** Below this amplitude (about -48 dB) a sample counts as silence. */
const QUIET = 130
const KEEP_BEFORE_MS = 10
const KEEP_AFTER_MS = 50

/** Removes silence at the start (all but 10 ms) and at the end (all but 50 ms) of a stream; silence inside is kept. */
export function createSilenceTrimmer(rate: number) {
  const keepBefore = Math.round((rate * KEEP_BEFORE_MS) / 1000)
  const keepAfter = Math.round((rate * KEEP_AFTER_MS) / 1000)
  let started = false
  let held: Int16Array[] = []
  let trimmed = 0
  return {
    push(samples: Int16Array): Int16Array {
      if (!started) {
        const first = samples.findIndex((sample) => Math.abs(sample) > QUIET)
        if (first < 0) {
          trimmed += samples.length
          return new Int16Array(0)
        }
        started = true
        const from = Math.max(0, first - keepBefore)
        trimmed += from
        samples = samples.subarray(from)
      }
      const last = samples.findLastIndex((sample) => Math.abs(sample) > QUIET)
      if (last < 0) {
        held.push(samples)
        return new Int16Array(0)
      }
      const out = joinSamples([...held, samples.subarray(0, last + 1)])
      held = [samples.subarray(last + 1)]
      return out
    },
    flush: (): Int16Array => joinSamples(held).subarray(0, keepAfter),
    /** How much was cut at the start, so that word times can be moved. */
    trimmedMs: (): number => (trimmed * 1000) / rate,
  }
}
