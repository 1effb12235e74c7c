/** Taps of the low-pass filter on each side of a sample: 12 keep the delay of a call's frames at about a millisecond, more are sharper. */
const halfWidths = { frames: 12, recording: 48 }

/** Turns frames of one rate into frames of another without a seam between frames. */
export type Resampler = {
  next(pcm: Int16Array): Int16Array
  /** The rest, when nothing follows. */
  flush(): Int16Array
  reset(): void
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b))

/** Windowed-sinc taps for each of the `up` positions an output sample can have between two input samples. */
function tapsFor(up: number, cutoff: number, halfWidth: number): Float32Array[] {
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

/**
 * A resampler from `fromRate` to `toRate` (hertz); the frames themselves when the rates are equal. `frames`: every frame has its even share from
 * the first on, late by the filter. `recording`: sharper, the output begins with the input.
 */
export function createResampler(fromRate: number, toRate: number, use: 'frames' | 'recording' = 'frames'): Resampler {
  if (fromRate === toRate) return { next: (pcm) => pcm, flush: () => new Int16Array(0), reset: () => undefined }
  const halfWidth = halfWidths[use]
  const divisor = greatestDivisor(fromRate, toRate)
  const up = toRate / divisor
  const down = fromRate / divisor
  const taps = tapsFor(up, Math.min(1, (toRate / fromRate) * 0.92), halfWidth)
  const leadIn = use === 'recording' ? halfWidth : halfWidth * 2
  let history = new Int16Array(leadIn)
  /** Position of the next output sample in steps of 1/up input samples, counted from the start of `history`. */
  let position = halfWidth * up
  let taken = 0
  let given = 0

  function next(pcm: Int16Array): Int16Array {
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
    const dropped = Math.max(0, input.length - halfWidth * 2)
    history = input.slice(dropped)
    position -= dropped * up
    taken += pcm.length
    given += output.length
    return output
  }

  return {
    next,
    flush() {
      const due = Math.ceil(((taken + leadIn - halfWidth) * toRate) / fromRate) - given
      return next(new Int16Array(halfWidth + 1)).subarray(0, due)
    },
    reset() {
      history = new Int16Array(leadIn)
      position = halfWidth * up
      taken = given = 0
    },
  }
}

/** Changes the rate of a whole recording: as long as it was, in its own time. */
export function resample(pcm: Int16Array, fromRate: number, toRate: number): Int16Array {
  const resampler = createResampler(fromRate, toRate, 'recording')
  const body = resampler.next(pcm)
  const rest = resampler.flush()
  const whole = new Int16Array(body.length + rest.length)
  whole.set(body)
  whole.set(rest, body.length)
  return whole
}
