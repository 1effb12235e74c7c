const onAbove = 0.5
const offBelow = 0.35
/** Share of the run's loudest slice under which a slice is no longer voice: 28 dB down. */
const audibleShare = 0.04
/** How far the detector's beginning and end may be moved to where the sound is. */
const mostEarlierMs = 64
const mostTailMs = 96
/** Nothing below this is a sound (16-bit scale). */
const leastLevel = 30

/** One window of the detector; `at` is its end. `levels`: loudness of its slices of equal length, oldest first. */
export type VoiceFrame = { at: number; durationMs: number; probability: number; levels: readonly number[] }

/** Voice without a longer pause: when it began, how much of it was voiced, when it last was. */
type VoiceRun = { onsetAt: number; voicedMs: number; lastVoicedAt: number; peak: number }

/**
 * Follows the voice through the frames of a detector. The detector decides whether there is voice; it is late by up to two windows
 * at both ends, so the loudness of the slices decides where it began and ended. A pause of `pauseMs` ends the run.
 */
export function createVoiceRuns(pauseMs: number) {
  let run: VoiceRun | undefined
  let before: VoiceFrame | undefined
  let earlier: VoiceFrame | undefined

  function begin(frame: VoiceFrame): VoiceRun {
    const peak = Math.max(...frame.levels)
    const level = Math.max(leastLevel, peak * audibleShare)
    const sliceMs = frame.durationMs / frame.levels.length
    const start = frame.at - frame.durationMs
    let onsetAt =
      start +
      Math.max(
        0,
        frame.levels.findIndex((each) => each >= level),
      ) *
        sliceMs
    if (onsetAt === start) {
      for (const each of [...(earlier?.levels ?? []), ...(before?.levels ?? [])].reverse()) {
        if (each < level || start - onsetAt >= mostEarlierMs) break
        onsetAt -= sliceMs
      }
    }
    return { onsetAt, voicedMs: start - onsetAt, lastVoicedAt: start, peak }
  }

  function endOf(frame: VoiceFrame, { peak }: VoiceRun): number {
    const level = Math.max(leastLevel, peak * audibleShare)
    const last = frame.levels.findLastIndex((each) => each >= level)
    const sliceMs = frame.durationMs / frame.levels.length
    return last < 0 ? frame.at - mostTailMs : frame.at - (frame.levels.length - 1 - last) * sliceMs
  }

  return {
    current: () => run,
    /** True when the voice goes on in this frame. */
    add(frame: VoiceFrame): boolean {
      let goesOn = false
      if (frame.probability >= (run ? offBelow : onAbove)) {
        goesOn = run === undefined
        run ??= begin(frame)
        run.peak = Math.max(run.peak, ...frame.levels)
        run.voicedMs += frame.durationMs
        const endAt = endOf(frame, run)
        goesOn ||= endAt > run.lastVoicedAt
        run.lastVoicedAt = Math.max(run.lastVoicedAt, endAt)
      } else if (run && frame.at - run.lastVoicedAt >= pauseMs) run = undefined
      earlier = before
      before = frame
      return goesOn
    },
    reset() {
      run = undefined
    },
  }
}
