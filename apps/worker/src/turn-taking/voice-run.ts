const onAbove = 0.5
const offBelow = 0.35

export type VoiceFrame = { at: number; durationMs: number; probability: number }

/** Voice without a longer pause: when it began, how much of it was voiced, when it last was. */
export type VoiceRun = { onsetAt: number; voicedMs: number; lastVoicedAt: number }

/** Follows the voice through the frames of a detector; `at` is the end of a frame. A pause of `pauseMs` ends the run. */
export function createVoiceRuns(pauseMs: number) {
  let run: VoiceRun | undefined

  return {
    current: () => run,
    /** True when the frame is voiced. */
    add({ at, durationMs, probability }: VoiceFrame): boolean {
      const voiced = probability >= (run ? offBelow : onAbove)
      if (voiced) {
        run ??= { onsetAt: at - durationMs, voicedMs: 0, lastVoicedAt: at }
        run.voicedMs += durationMs
        run.lastVoicedAt = at
      } else if (run && at - run.lastVoicedAt >= pauseMs) run = undefined
      return voiced
    },
    reset() {
      run = undefined
    },
  }
}
