/**
 * What the samples of an intent are compared by, in one language: each one's words and the runs of three characters in them, as numbers in
 * order with their weights (of length 1 together), and its words' beginnings as bits. One list each, so that comparing is cheap.
 */
export type SampleFeatures = {
  samples: readonly string[]
  features: readonly Int32Array[]
  weights: readonly Float64Array[]
  stems: Int32Array
  stemCounts: Int32Array
}

/** A whole word counts twice, a run of its characters once. */
const wordWeight = 2
const stemLength = 4

export function sampleFeatures(samples: readonly string[]): SampleFeatures {
  const weighed = samples.map(weighedFeatures)
  return {
    samples,
    features: weighed.map(({ features }) => features),
    weights: weighed.map(({ weights }) => weights),
    stems: Int32Array.from(weighed, ({ stems }) => stems),
    stemCounts: Int32Array.from(weighed, ({ stems }) => bitCount(stems)),
  }
}

/** Cosine of the angle between two samples: 1 for the same words, 0 for nothing in common. */
export function similarity(a: SampleFeatures, first: number, b: SampleFeatures, second: number): number {
  const [ofA, ofB] = [a.features[first], b.features[second]]
  const [weightsA, weightsB] = [a.weights[first], b.weights[second]]
  if (!ofA || !ofB || !weightsA || !weightsB) return 0
  let sum = 0
  let at = 0
  for (let other = 0; other < ofB.length; other += 1) {
    const wanted = ofB[other] ?? 0
    while (at < ofA.length && (ofA[at] ?? 0) < wanted) at += 1
    if (ofA[at] === wanted) sum += (weightsA[at] ?? 0) * (weightsB[other] ?? 0)
  }
  return sum
}

/** Whether at least half the words begin alike; all others are not worth measuring. */
export function mayBeAlike(a: SampleFeatures, first: number, b: SampleFeatures, second: number): boolean {
  const most = Math.max(a.stemCounts[first] ?? 0, b.stemCounts[second] ?? 0)
  return bitCount((a.stems[first] ?? 0) & (b.stems[second] ?? 0)) * 2 >= most
}

function weighedFeatures(sample: string): { features: Int32Array; weights: Float64Array; stems: number } {
  const found: number[] = []
  let stems = 0
  for (const word of wordsOf(sample)) {
    const whole = hash(word, 0, word.length)
    for (let times = 0; times < wordWeight; times += 1) found.push(whole)
    stems |= 1 << (hash(word, 0, stemLength) & 31)
    const padded = ` ${word} `
    for (let at = 0; at + 3 <= padded.length; at += 1) found.push(hash(padded, at, at + 3))
  }
  const sorted = Int32Array.from(found).sort()
  const features = new Int32Array(sorted.length)
  const weights = new Float64Array(sorted.length)
  let size = 0
  for (let at = 0; at < sorted.length; at += 1) {
    const feature = sorted[at] ?? 0
    if (size === 0 || features[size - 1] !== feature) {
      features[size] = feature
      size += 1
    }
    weights[size - 1] = (weights[size - 1] ?? 0) + 1
  }
  let squares = 0
  for (let at = 0; at < size; at += 1) squares += (weights[at] ?? 0) ** 2
  for (let at = 0; at < size; at += 1) weights[at] = (weights[at] ?? 0) / Math.sqrt(squares)
  return { features: features.subarray(0, size), weights: weights.subarray(0, size), stems }
}

/** Small letters without accents. */
function wordsOf(sample: string): readonly string[] {
  const small = sample.toLowerCase()
  if (!/[^\x20-\x7e]/.test(small)) return small.match(/[a-z0-9]+/g) ?? []
  return (
    small
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** FNV-1a over a part of a text. */
function hash(text: string, from: number, to: number): number {
  let value = 0x811c9dc5
  for (let at = from; at < to && at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value
}

/** How many of 32 bits are set, counted in pairs, fours and eights. */
function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
