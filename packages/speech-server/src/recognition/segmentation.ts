export type HeardWord = { word: string; startMs: number; endMs: number; confidence: number }
export type Hypothesis = { words: HeardWord[]; confidence: number }

const FRAME_MS = 10

/**
 * Reads PocketSphinx's `-hypseg` line: `id S scale T total A acoustic L language`, then `startFrame acoustic language word` for every
 * segment, then the last frame. Silences and noises are left out.
 */
export function readSegmentation(line: string): Hypothesis {
  const fields = line.trim().split(/\s+/)
  const words: (HeardWord & { score: number })[] = []
  const segments = fields.slice(9)
  for (let at = 0; at + 4 < segments.length; at += 4) {
    const [start, acoustic, , name = ''] = segments.slice(at, at + 4)
    const end = Number(segments[at + 4])
    if (/^[<[(]/.test(name) || !Number.isFinite(end)) continue
    const frames = Math.max(1, end - Number(start))
    const score = Number(acoustic) / frames
    words.push({ word: name.replace(/\(\d+\)$/, ''), startMs: Number(start) * FRAME_MS, endMs: end * FRAME_MS, confidence: 0, score })
  }
  const confidenceOf = (score: number) => Math.max(0, Math.min(1, 1 + score / 100))
  const total = words.reduce((sum, word) => sum + word.score, 0)
  return {
    words: words.map(({ score, ...word }) => ({ ...word, confidence: confidenceOf(score) })),
    confidence: words.length === 0 ? 0 : confidenceOf(total / words.length),
  }
}
