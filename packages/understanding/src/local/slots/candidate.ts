import type { Span } from './utterance.ts'

/** A value some rule read in a stretch of the utterance; several compete for one slot. */
export type Candidate<Value = string | number | boolean> = Span & { value: Value; confidence: number }

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Drops what overlaps something longer, or equally long and earlier in the list. Result in order of appearance. */
export function withoutOverlaps<C extends Span>(candidates: readonly C[]): C[] {
  const kept: C[] = []
  const byLength = [...candidates].sort((a, b) => b.end - b.start - (a.end - a.start))
  for (const candidate of byLength) if (!kept.some((other) => overlaps(candidate, other))) kept.push(candidate)
  return kept.sort((a, b) => a.start - b.start)
}

/** Every match of a global pattern, read into candidates; `skip` and `length` narrow the stretch within the match. */
export function matchAll<Value>(
  text: string,
  pattern: RegExp,
  read: (match: RegExpExecArray) => { value: Value; confidence: number; skip?: number; length?: number } | undefined,
): Candidate<Value>[] {
  const found: Candidate<Value>[] = []
  for (const match of text.matchAll(pattern)) {
    const result = read(match)
    if (!result) continue
    const start = match.index + (result.skip ?? 0)
    const end = result.length === undefined ? match.index + match[0].trimEnd().length : start + result.length
    found.push({ value: result.value, confidence: result.confidence, start, end })
  }
  return found
}
