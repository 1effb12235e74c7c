/** The range of speaking voices, hertz. */
const lowest = 60
const highest = 400
/** A sound repeats itself this well when it is voiced. */
const voicedFrom = 0.5
/** The shortest period that repeats nearly as well as the best one is the pitch: its multiples repeat as well. */
const nearlyBest = 0.9

/** Samples a second that are enough to find a pitch within 3 %. */
const enoughRate = 8_000

/** The pitch of a piece of sound by autocorrelation, hertz; undefined when it is unvoiced. Two periods of the lowest voice (34 ms) are enough. */
export function pitchOf(sound: Int16Array, soundRate: number): number | undefined {
  const every = Math.max(1, Math.floor(soundRate / enoughRate))
  const sampleRate = soundRate / every
  const pcm = every === 1 ? sound : thinned(sound, every)
  const shortest = Math.floor(sampleRate / highest)
  const longest = Math.min(Math.ceil(sampleRate / lowest), Math.floor(pcm.length / 2))
  const likeness: number[] = []
  for (let lag = shortest; lag <= longest; lag += 1) likeness.push(alike(pcm, lag))
  const best = Math.max(...likeness)
  if (!(best >= voicedFrom)) return undefined
  const isPeak = (i: number) => (likeness[i] ?? 0) >= (likeness[i - 1] ?? -1) && (likeness[i] ?? 0) >= (likeness[i + 1] ?? -1)
  const first = likeness.findIndex((value, i) => value >= best * nearlyBest && isPeak(i))
  return sampleRate / (shortest + Math.max(first, 0))
}

/** How well a sound repeats itself after `lag` samples: 1 is exactly. */
function alike(pcm: Int16Array, lag: number): number {
  let both = 0
  let one = 0
  let other = 0
  for (let i = 0; i + lag < pcm.length; i += 1) {
    const [a = 0, b = 0] = [pcm[i], pcm[i + lag]]
    both += a * b
    one += a * a
    other += b * b
  }
  return one === 0 || other === 0 ? 0 : both / Math.sqrt(one * other)
}

/** One sample for every so many: their mean. */
function thinned(pcm: Int16Array, every: number): Int16Array {
  const thin = new Int16Array(Math.floor(pcm.length / every))
  for (let i = 0; i < thin.length; i += 1) {
    let sum = 0
    for (let j = 0; j < every; j += 1) sum += pcm[i * every + j] ?? 0
    thin[i] = Math.round(sum / every)
  }
  return thin
}
