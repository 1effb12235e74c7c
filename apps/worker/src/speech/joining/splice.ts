/** How long one piece goes over into the other, milliseconds. */
const fadeMs = 8

/** Samples of a piece that a splice changes. */
export const fadeSamples = (sampleRate: number) => (fadeMs * sampleRate) / 1_000

/**
 * The end of one piece and the beginning of the next (each at least as long as a fade), `pause` samples of silence apart: raised cosines lead into the
 * silence and out of it, or, where there is none, from the one into the other.
 */
export function splice(ending: Int16Array, beginning: Int16Array, pause: number, sampleRate: number): Int16Array {
  const fade = Math.min(fadeSamples(sampleRate), ending.length, beginning.length)
  const overlap = pause > 0 ? 0 : fade
  const joined = new Int16Array(ending.length + Math.max(0, pause) + beginning.length - overlap)
  joined.set(ending)
  for (let i = 0; i < fade; i += 1) {
    const at = ending.length - fade + i
    joined[at] = Math.round((ending[ending.length - fade + i] ?? 0) * (1 - rise(i, fade)))
  }
  const start = ending.length + Math.max(0, pause) - overlap
  for (let i = 0; i < beginning.length; i += 1) {
    const sample = (beginning[i] ?? 0) * (i < fade ? rise(i, fade) : 1)
    joined[start + i] = Math.round((i < overlap ? (joined[start + i] ?? 0) : 0) + sample)
  }
  return joined
}

const rise = (i: number, fade: number) => (1 - Math.cos((Math.PI * (i + 0.5)) / fade)) / 2

/** A piece made louder or softer, without running over. */
export const amplified = (pcm: Int16Array, gain: number): Int16Array =>
  gain === 1 ? pcm : pcm.map((sample) => Math.max(-32_768, Math.min(32_767, Math.round(sample * gain))))
