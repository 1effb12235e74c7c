export type HeardWord = { word: string; startMs: number; endMs: number; confidence: number }
/** No words: nothing was said that the grammar knows. */
export type Hypothesis = { words: HeardWord[]; confidence: number }

const FRAME_MS = 10

/** From a score per frame to 0..1: one half where right and wrong sentences meet (see verdict.ts). */
const confidenceOf = (score: number) => Math.round(Math.max(0, Math.min(0.99, 0.5 + (score + 57) / 50)) * 100) / 100

/**
 * Reads PocketSphinx's `-hypseg` line: `id S scale T total A acoustic L language`, then `startFrame acoustic language word` for every
 * segment, then the last frame. Silences and noises are left out. `score`: acoustic score per frame of words, 0 at best.
 */
export function readSegmentation(line: string): Hypothesis & { score: number } {
  const words: HeardWord[] = []
  const segments = line.trim().split(/\s+/).slice(9)
  let total = 0
  let frames = 0
  for (let at = 0; at + 4 < segments.length; at += 4) {
    const [startText, acoustic, , name = ''] = segments.slice(at, at + 4)
    const start = Number(startText)
    const end = Number(segments[at + 4])
    if (/^[<[(]/.test(name) || !(end > start)) continue
    total += Number(acoustic)
    frames += end - start
    const confidence = confidenceOf(Number(acoustic) / (end - start))
    words.push({ word: name.replace(/\(\d+\)$/, ''), startMs: start * FRAME_MS, endMs: end * FRAME_MS, confidence })
  }
  const score = frames === 0 ? Number.NEGATIVE_INFINITY : total / frames
  return { words, score, confidence: words.length === 0 ? 0 : confidenceOf(score) }
}
