/** Zero crossings of the sinc kept on each side of its centre: 16 gives about 80 dB outside the band. */
const ZERO_CROSSINGS = 16
/** Pass band as a part of the smaller Nyquist frequency; the rest is the filter's slope. */
const ROLL_OFF = 0.94

/** Modified Bessel function of order zero, for the Kaiser window. */
function besselI0(x: number): number {
  let sum = 1
  let term = 1
  for (let k = 1; k < 32; k++) {
    term *= (x / (2 * k)) ** 2
    sum += term
  }
  return sum
}

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b))

/** One windowed-sinc filter per output phase; `half` taps on each side. */
function polyphaseFilters(from: number, to: number, phases: number) {
  const cutoff = Math.min(1, to / from) * ROLL_OFF
  const half = Math.ceil(ZERO_CROSSINGS / cutoff)
  const beta = 8
  const norm = besselI0(beta)
  return {
    half,
    filters: Array.from({ length: phases }, (_, phase) => {
      const taps = new Float32Array(2 * half)
      let sum = 0
      for (let tap = 0; tap < taps.length; tap++) {
        const x = tap - half + 1 - phase / phases
        const window = Math.abs(x) >= half ? 0 : besselI0(beta * Math.sqrt(1 - (x / half) ** 2)) / norm
        const sinc = x === 0 ? 1 : Math.sin(Math.PI * cutoff * x) / (Math.PI * cutoff * x)
        taps[tap] = cutoff * sinc * window
        sum += taps[tap] ?? 0
      }
      return taps.map((value) => value / sum)
    }),
  }
}

export type Resampler = {
  /** Takes the next samples, gives those that are ready. */
  push(samples: Int16Array): Int16Array
  /** Gives the rest; the total length is the input length times the ratio, rounded up. */
  flush(): Int16Array
}

/** Changes the sampling rate of a mono 16-bit stream with a polyphase windowed-sinc filter; no delay is added at the start. */
export function createResampler(from: number, to: number): Resampler {
  if (from === to) return { push: (samples) => samples, flush: () => new Int16Array(0) }
  const divisor = greatestCommonDivisor(from, to)
  const up = to / divisor
  const down = from / divisor
  const { half, filters } = polyphaseFilters(from, to, up)
  let history = new Int16Array(half - 1)
  /** Position of the next output in input samples: `whole` from the start of history's real samples, `phase` / up of a sample. */
  let whole = 0
  let phase = 0
  let taken = 0
  let given = 0

  const run = (limit: number): Int16Array => {
    const out: number[] = []
    while (whole + 2 * half - 1 < history.length && given + out.length < limit) {
      const taps = filters[phase] ?? filters[0]
      let sum = 0
      for (let tap = 0; tap < 2 * half; tap++) sum += (taps?.[tap] ?? 0) * (history[whole + tap] ?? 0)
      out.push(Math.max(-32_768, Math.min(32_767, Math.round(sum))))
      phase += down
      whole += Math.floor(phase / up)
      phase %= up
    }
    const keep = Math.min(whole, history.length)
    history = history.slice(keep)
    whole -= keep
    given += out.length
    return Int16Array.from(out)
  }

  const append = (samples: Int16Array) => {
    const joined = new Int16Array(history.length + samples.length)
    joined.set(history)
    joined.set(samples, history.length)
    history = joined
  }

  return {
    push(samples) {
      append(samples)
      taken += samples.length
      return run(Number.POSITIVE_INFINITY)
    },
    flush() {
      append(new Int16Array(2 * half))
      return run(Math.ceil((taken * to) / from))
    },
  }
}

/** Changes the rate of a whole recording. */
export function resample(samples: Int16Array, from: number, to: number): Int16Array {
  const resampler = createResampler(from, to)
  return joinSamples([resampler.push(samples), resampler.flush()])
}

/** One array from many. */
export function joinSamples(parts: readonly Int16Array[]): Int16Array {
  const joined = new Int16Array(parts.reduce((total, part) => total + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
