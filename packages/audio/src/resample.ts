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

/** The taps of one position; `from` is the first that is not zero. */
type Phase = { from: number; taps: Float64Array }

const nothing = 1e-9

/** Windowed-sinc taps for each of the `up` positions an output sample can have between two input samples, without the zeros at their ends. */
function phasesFor(up: number, cutoff: number, halfWidth: number): Phase[] {
  return Array.from({ length: up }, (_, phase) => {
    const taps = new Float64Array(halfWidth * 2)
    let sum = 0
    for (let i = 0; i < taps.length; i += 1) {
      const x = i - halfWidth + 1 - phase / up
      const sinc = x === 0 ? cutoff : Math.sin(Math.PI * cutoff * x) / (Math.PI * x)
      const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / (halfWidth + 1))
      const tap = sinc * window
      taps[i] = tap
      sum += tap
    }
    const from = taps.findIndex((tap) => Math.abs(tap) > nothing)
    const to = taps.findLastIndex((tap) => Math.abs(tap) > nothing)
    return { from, taps: taps.slice(from, to + 1).map((tap) => tap / sum) }
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
  const phases = phasesFor(up, Math.min(1, (toRate / fromRate) * 0.92), halfWidth)
  const leadIn = use === 'recording' ? halfWidth : halfWidth * 2
  let history = new Int16Array(leadIn)
  /** Position of the next output sample in steps of 1/up input samples, counted from the start of `history`. */
  let position = halfWidth * up
  let taken = 0
  let given = 0

  function next(pcm: Int16Array): Int16Array {
    const input = new Float64Array(history.length + pcm.length)
    input.set(history)
    input.set(pcm, history.length)
    const last = input.length - halfWidth
    const output = new Int16Array(Math.max(0, Math.ceil((last * up - position) / down)))
    let base = Math.floor(position / up)
    let place = position % up
    for (let n = 0; n < output.length; n += 1) {
      const phase = phases[place]
      if (!phase) break
      const { taps } = phase
      const first = base - halfWidth + 1 + phase.from
      let sum = 0
      for (let i = 0; i < taps.length; i += 1) sum += (taps[i] ?? 0) * (input[first + i] ?? 0)
      output[n] = Math.max(-32_768, Math.min(32_767, Math.round(sum)))
      place += down
      for (; place >= up; place -= up) base += 1
    }
    position += down * output.length
    const dropped = Math.max(0, input.length - halfWidth * 2)
    history = Int16Array.from(input.subarray(dropped))
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
