/** Root mean square of 16-bit samples: 0 to 32767. */
export function rms(samples: Int16Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  return Math.sqrt(sum / Math.max(1, samples.length))
}

/** Loudness above which 10 ms count as sound; a quiet room stays far below. */
export const audible = 150

/** Changes the sample rate by straight lines between samples: good enough for a caller's voice, whose rate is only raised. */
export function resample(samples: Int16Array, from: number, to: number): Int16Array {
  if (from === to) return samples
  const step = from / to
  return Int16Array.from({ length: Math.floor(samples.length / step) }, (_, index) => {
    const at = index * step
    const left = Math.floor(at)
    const a = samples[left] ?? 0
    return Math.round(a + ((samples[left + 1] ?? a) - a) * (at - left))
  })
}

/** The samples without silence at both ends, so that the end of speech is exact. */
export function trimSilence(samples: Int16Array, threshold = 200): Int16Array {
  let from = 0
  let to = samples.length
  while (from < to && Math.abs(samples[from] ?? 0) < threshold) from += 1
  while (to > from && Math.abs(samples[to - 1] ?? 0) < threshold) to -= 1
  return samples.slice(from, to)
}

export type Span = { fromMs: number; toMs: number }

/** Where there is sound: spans of 10 ms windows louder than `threshold`, joined over pauses shorter than `joinMs`. */
export function soundSpans(samples: Int16Array, sampleRate: number, joinMs = 250, threshold = audible): Span[] {
  const window = sampleRate / 100
  const spans: Span[] = []
  for (let start = 0; start + window <= samples.length; start += window) {
    if (rms(samples.subarray(start, start + window)) <= threshold) continue
    const fromMs = (start / sampleRate) * 1_000
    const last = spans.at(-1)
    if (last && fromMs - last.toMs < joinMs) last.toMs = fromMs + 10
    else spans.push({ fromMs, toMs: fromMs + 10 })
  }
  return spans
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}
