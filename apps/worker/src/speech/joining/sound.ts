/** Windows in which sound is told from silence, milliseconds. */
const windowMs = 5
/** Louder than this (root mean square of 16-bit samples, −50 dB of full scale) is sound: breath and room tone of a voice are below. */
const quietest = 104

/** Where the sound of a piece begins and ends, in samples; undefined when there is none. */
export function soundIn(pcm: Int16Array, sampleRate: number): { from: number; to: number } | undefined {
  const step = (windowMs * sampleRate) / 1_000
  const isSound = (at: number) => loudness(pcm.subarray(at, at + step)) > quietest
  let from = 0
  while (from < pcm.length && !isSound(from)) from += step
  if (from >= pcm.length) return undefined
  let to = Math.floor((pcm.length - 1) / step) * step
  while (to > from && !isSound(to)) to -= step
  return { from, to: Math.min(pcm.length, to + step) }
}

/** Root mean square of 16-bit samples; 0 of none. */
export function loudness(pcm: Int16Array): number {
  let sum = 0
  for (const sample of pcm) sum += sample * sample
  return pcm.length === 0 ? 0 : Math.sqrt(sum / pcm.length)
}

/** Loudness of what sounds in a piece: its silences do not count. */
export function levelOf(pcm: Int16Array, sampleRate: number): number {
  const step = (windowMs * sampleRate) / 1_000
  let sum = 0
  let windows = 0
  for (let at = 0; at < pcm.length; at += step) {
    const loud = loudness(pcm.subarray(at, at + step))
    if (loud <= quietest) continue
    sum += loud * loud
    windows += 1
  }
  return windows === 0 ? 0 : Math.sqrt(sum / windows)
}

/** How much louder one loudness is than another, decibels. */
export const decibels = (one: number, other: number) => 20 * Math.log10(Math.max(one, 1) / Math.max(other, 1))
