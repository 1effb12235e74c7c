import type { SlotRules } from '../languages/slot-rules.ts'
import type { Candidate } from './candidate.ts'

/** Which of several readings the contact meant: never a refused one ("not tuesday"), the last after a correction ("tuesday no wednesday"), else the surest, else the first. */
export function meantOf<Value>(
  text: string,
  candidates: readonly Candidate<Value>[],
  { correction, refused }: SlotRules['repair'],
): Candidate<Value> | undefined {
  const wanted = candidates.filter((candidate) => !refused.test(text.slice(0, candidate.start)))
  const inOrder = [...wanted].sort((a, b) => a.start - b.start)
  let best = inOrder[0]
  for (const candidate of inOrder.slice(1)) {
    if (!best) break
    const corrected = correction.test(text.slice(best.end, candidate.start))
    if (corrected || candidate.confidence > best.confidence + 0.1) best = candidate
    else if (candidate.value !== best.value && candidate.confidence >= best.confidence)
      best = { ...best, confidence: best.confidence * 0.8 }
  }
  return best
}
