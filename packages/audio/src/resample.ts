/** Taps of the low-pass filter on each side of a sample; 12 keep the delay under a millisecond. */
const halfWidth = 12

/** Turns frames of one rate into frames of another without a seam between frames. Delay: `halfWidth` input samples. */
export type Resampler = { next(pcm: Int16Array): Int16Array; reset(): void }

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b))

/** Windowed-sinc taps for each of the `up` positions an output sample can have between two input samples. */
function tapsFor(up: number, cutoff: number): Float32Array[] {
  return Array.from({ length: up }, (_, phase) => {
    const taps = new Float32Array(halfWidth * 2)
    let sum = 0
    for (let i = 0; i < taps.length; i += 1) {
      const x = i - halfWidth + 1 - phase / up
      const sinc = x === 0 ? cutoff : Math.sin(Math.PI * cutoff * x) / (Math.PI * x)
      const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / (halfWidth + 1))
      const tap = sinc * window
      taps[i] = tap
      sum += tap
    }
    return taps.map((tap) => tap / sum)
  })
}

/** A resampler from `fromRate` to `toRate` (hertz); the frames themselves when the rates are equal. */
export function createResampler(fromRate: number, toRate: number): Resampler {
  if (fromRate === toRate) return { next: (pcm) => pcm, reset: () => undefined }
  const divisor = greatestDivisor(fromRate, toRate)
  const up = toRate / divisor
  const down = fromRate / divisor
  const taps = tapsFor(up, Math.min(1, (toRate / fromRate) * 0.92))
  let history = new Int16Array(halfWidth * 2)
  /** Position of the next output sample in steps of 1/up input samples, counted from the start of `history`. */
  let position = halfWidth * up

  return {
    next: (pcm) => {
      const input = new Int16Array(history.length + pcm.length)
      input.set(history)
      input.set(pcm, history.length)
      const last = input.length - halfWidth
      const output = new Int16Array(Math.max(0, Math.ceil((last * up - position) / down)))
      for (let n = 0; n < output.length; n += 1) {
        const base = Math.floor(position / up)
        const phase = taps[position % up]
        let sum = 0
        for (let i = 0; phase && i < phase.length; i += 1) sum += (phase[i] ?? 0) * (input[base - halfWidth + 1 + i] ?? 0)
        output[n] = Math.max(-32_768, Math.min(32_767, Math.round(sum)))
        position += down
      }
      const dropped = input.length - halfWidth * 2
      history = input.slice(dropped)
      position -= dropped * up
      return output
    },
    reset: () => {
      history = new Int16Array(halfWidth * 2)
      position = halfWidth * up
    },
  }
}
