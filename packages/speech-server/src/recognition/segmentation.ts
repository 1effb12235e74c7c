export type HeardWord = { word: string; startMs: number; endMs: number; confidence: number }
/** No words: nothing was said that the grammar knows. */
export type Hypothesis = { words: HeardWord[]; confidence: number }

const FRAME_MS = 10
/**
 * Acoustic score per frame against the best of all sounds, below which an utterance is taken for something else (a cough, other words).
 * Measured on synthetic speech: 5 % of right sentences fall below, 89 % of sentences outside the grammar do.
 */
const REJECT_BELOW = -76

/** From a score per frame to 0..1: one half at the point of rejection. */
const confidenceOf = (score: number) => Math.round(Math.max(0, Math.min(0.99, 0.5 + (score - REJECT_BELOW) / 50)) * 100) / 100

/**
 * Reads PocketSphinx's `-hypseg` line: `id S scale T total A acoustic L language`, then `startFrame acoustic language word` for every
 * segment, then the last frame. Silences and noises are left out; unlikely utterances come back empty.
 */
export function readSegmentation(line: string): Hypothesis {
  const words: HeardWord[] = []
  const segments = line.trim().split(/\s+/).slice(9)
  let score = 0
  let frames = 0
  for (let at = 0; at + 4 < segments.length; at += 4) {
    const [startText, acoustic, , name = ''] = segments.slice(at, at + 4)
    const start = Number(startText)
    const end = Number(segments[at + 4])
    if (/^[<[(]/.test(name) || !(end > start)) continue
    score += Number(acoustic)
    frames += end - start
    const confidence = confidenceOf(Number(acoustic) / (end - start))
    words.push({ word: name.replace(/\(\d+\)$/, ''), startMs: start * FRAME_MS, endMs: end * FRAME_MS, confidence })
  }
  const mean = frames === 0 ? Number.NEGATIVE_INFINITY : score / frames
  return mean < REJECT_BELOW ? { words: [], confidence: 0 } : { words, confidence: confidenceOf(mean) }
}
