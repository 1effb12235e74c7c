/**
 * The share of the lines that were in use, percent: as the carrier saw it, from the first dial to the last, after which there is nobody left to call.
 */
export function slotUse(calls: readonly { createdAt: number; endedAt?: number | undefined }[], lines: number): number {
  const begun = calls.map(({ createdAt }) => createdAt)
  const [first, last] = [Math.min(...begun), Math.max(...begun)]
  const usedMs = calls.reduce((sum, { createdAt, endedAt = last }) => sum + Math.max(0, Math.min(endedAt, last) - createdAt), 0)
  return Math.round((usedMs / ((last - first) * lines)) * 1_000) / 10
}
