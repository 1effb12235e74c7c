const sliceMs = 8
/** How long the echo may take through telephones, networks and rooms. */
const mostLagMs = 600
const keptMs = 3_000
/** What one look compares: about four syllables. */
const lookMs = 1_000
const looks = Math.round(lookMs / sliceMs)
const lags = Math.round(mostLagMs / sliceMs)
const slots = Math.round(keptMs / sliceMs)
/** Likeness (correlation of loudness) from which the contact's sound is our own. */
const alike = 0.85
/** Two voices may rise and fall alike for a second by chance, hardly twice with the same delay (in slots). */
const confirmAfterMs = 640
const sameLag = 1
/** Louder than the expected echo by this factor, it is the contact. */
const louder = 1.6
/** Agent sound softer than this cannot be heard back. */
const leastLevel = 60
/** What comes back of an agent that sounds through this share of a look is either the echo or, softer than that by this factor, none. */
const soundingShare = 0.8
const softer = 4
const lookEveryMs = 160

type Path = { lag: number; gain: number; since: number }

/** Loudness over time, in slots of 8 ms. */
function createLoudness() {
  const levels = new Float32Array(slots)
  const stamps = new Float64Array(slots).fill(-1)
  const slotOf = (at: number) => Math.floor(at / sliceMs)
  const index = (slot: number) => ((slot % slots) + slots) % slots
  return {
    slotOf,
    set(at: number, level: number) {
      const slot = slotOf(at)
      levels[index(slot)] = level
      stamps[index(slot)] = slot
    },
    get: (slot: number) => (stamps[index(slot)] === slot ? (levels[index(slot)] ?? 0) : 0),
    dropFrom(at: number) {
      for (let slot = slotOf(at); slot < slotOf(at) + slots / 2; slot += 1) if (stamps[index(slot)] === slot) stamps[index(slot)] = -1
    },
  }
}

/** Mean and sum of squared deviations of `looks` values from `from` on, their loudest, and whether there is sound through nearly all of them. */
function spreadOf(values: Float64Array, from: number) {
  let sum = 0
  let squares = 0
  let sounding = 0
  let loudest = 0
  for (let i = from; i < from + looks; i += 1) {
    const value = values[i] ?? 0
    sum += value
    squares += value * value
    if (value >= leastLevel) sounding += 1
    if (value > loudest) loudest = value
  }
  return { mean: sum / looks, spread: squares - (sum * sum) / looks, loudest, sounds: sounding >= looks * soundingShare }
}

/**
 * Tells whether the contact's sound is only our own voice coming back (a loudspeaker, a bad line). Learns the way of the echo, its delay and
 * strength, while the agent speaks, from the loudness of both sides, and forgets it when the agent speaks without one; what is clearly louder than the echo would be is the contact.
 */
export function createEchoGuard() {
  const agent = createLoudness()
  const contact = createLoudness()
  let path: Path | undefined
  let confirmed = false
  let lookedAt = 0

  /** The agent sounds, and nothing comes back. */
  function isGone({ lag, gain }: Path, heardMean: number): boolean {
    const { mean, sounds } = spreadOf(said, lags - lag)
    return sounds && heardMean * softer < gain * mean
  }

  const heard = new Float64Array(looks)
  /** Of the agent, as much earlier as an echo may be late. */
  const said = new Float64Array(looks + lags)

  function look(at: number) {
    const last = contact.slotOf(at) - 1
    for (let i = 0; i < looks; i += 1) heard[i] = contact.get(last - looks + 1 + i)
    const ours = spreadOf(heard, 0)
    for (let i = 0; i < looks + lags; i += 1) said[i] = agent.get(last - looks - lags + 1 + i)
    if (path && isGone(path, ours.mean)) {
      path = undefined
      confirmed = false
    }
    if (ours.loudest < leastLevel / 4 || ours.spread <= 0) return
    let best: { lag: number; gain: number; likeness: number } | undefined
    for (let lag = 0; lag <= lags; lag += 1) {
      const from = lags - lag
      const { mean, spread, loudest } = spreadOf(said, from)
      if (loudest < leastLevel || spread <= 0) continue
      let both = 0
      for (let i = 0; i < looks; i += 1) both += (heard[i] ?? 0) * (said[from + i] ?? 0)
      const likeness = (both - looks * ours.mean * mean) / Math.sqrt(ours.spread * spread)
      if (likeness > (best?.likeness ?? alike)) best = { lag, gain: ours.mean / mean, likeness }
    }
    if (!best) return
    const isSame = path !== undefined && Math.abs(path.lag - best.lag) <= sameLag
    confirmed = isSame && (confirmed || at - (path?.since ?? at) >= confirmAfterMs)
    path = { lag: best.lag, gain: isSame && path ? (path.gain + best.gain) / 2 : best.gain, since: isSame && path ? path.since : at }
  }

  return {
    /** Agent audio handed to the line that will sound from `at` on. */
    said(pcm: Int16Array, at: number, sampleRate: number) {
      const length = Math.max(1, Math.round((sampleRate * sliceMs) / 1_000))
      for (let from = 0; from < pcm.length; from += length) {
        let sum = 0
        const to = Math.min(pcm.length, from + length)
        for (let i = from; i < to; i += 1) sum += (pcm[i] ?? 0) ** 2
        agent.set(at + (from * 1_000) / sampleRate, Math.sqrt(sum / (to - from)))
      }
    },

    /** What was handed to the line was dropped at `at`. */
    dropped: (at: number) => agent.dropFrom(at),

    /** Whether a window of the contact's sound that ends at `at` is nothing but echo; `levels`: its slices of 8 ms. */
    isEcho(levels: readonly number[], at: number): boolean {
      const start = at - levels.length * sliceMs
      levels.forEach((level, i) => {
        contact.set(start + i * sliceMs, level)
      })
      if (at - lookedAt >= lookEveryMs) {
        lookedAt = at
        look(at)
      }
      if (!path || !confirmed) return false
      const { lag, gain } = path
      const slot = contact.slotOf(start)
      const expected = levels.map((_, i) => gain * Math.max(...[-2, -1, 0, 1, 2].map((near) => agent.get(slot + i - lag + near))))
      return Math.max(...expected) > 0 && levels.every((level, i) => level <= Math.max(leastLevel / 2, louder * (expected[i] ?? 0)))
    },
  }
}
