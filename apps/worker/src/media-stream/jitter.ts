/** A hole longer than this is a line that was away, not lost frames. */
const mostFilledMs = 1_000
/** Timestamps may wobble this much around the sound they stand for. */
const toleranceMs = 15

/**
 * Puts the frames of a carrier on their line in time: what is missing becomes silence, what is late or came twice is dropped.
 * `timestampMs` counts from the start of the stream; frames without one follow each other. `rate`: of the line.
 */
export function createFrameOrder(rate: number) {
  const perMs = rate / 1_000
  let nextMs: number | undefined
  return (pcm: Int16Array, timestampMs: number | undefined): Int16Array => {
    const lengthMs = pcm.length / perMs
    if (timestampMs === undefined || nextMs === undefined) {
      nextMs = (timestampMs ?? nextMs ?? 0) + lengthMs
      return pcm
    }
    const gapMs = timestampMs - nextMs
    if (gapMs <= -lengthMs + toleranceMs && gapMs < -toleranceMs) return new Int16Array(0)
    if (gapMs <= toleranceMs) {
      nextMs += lengthMs
      return pcm
    }
    nextMs = timestampMs + lengthMs
    if (gapMs > mostFilledMs) return pcm
    const filled = new Int16Array(Math.round(gapMs * perMs) + pcm.length)
    filled.set(pcm, filled.length - pcm.length)
    return filled
  }
}
