import { audible, rms } from '../audio.ts'

/** A pause shorter than this belongs to the sentence. */
const pauseMs = 250

export type Sound = { startedAt: number; lastAt: number }
export type Hearing = ReturnType<typeof createHearing>

/** What a caller has heard: when there was sound, and all of it as one recording. Instants in epoch milliseconds; audio at `rate`. */
export function createHearing(rate: number) {
  const openedAt = Date.now()
  const window = rate / 100
  let frames: { at: number; pcm: Int16Array }[] = []
  const sounds: Sound[] = []
  /** Instants of every hundredth of a second with sound. */
  let audibleAt: number[] = []
  const lateMs: number[] = []

  function note(at: number) {
    audibleAt.push(at)
    const last = sounds.at(-1)
    if (last && at - last.lastAt < pauseMs) last.lastAt = at
    else sounds.push({ startedAt: at, lastAt: at })
  }

  return {
    openedAt,
    rate,
    /** Audio whose first sample sounds at `at`, which may be soon. */
    hear(pcm: Int16Array, at: number) {
      frames.push({ at, pcm })
      for (let from = 0; from < pcm.length; from += window) {
        if (rms(pcm.subarray(from, from + window)) > audible) note(at + (from * 1_000) / rate)
      }
    },
    /** How late each piece of a running sound came, milliseconds; 0: in time. */
    lateMs,
    /** What was to sound after `at` is not played. */
    dropAfter(at: number) {
      frames = frames.flatMap((frame) => {
        const kept = Math.max(0, Math.round(((at - frame.at) * rate) / 1_000))
        return kept >= frame.pcm.length ? [frame] : kept > 0 ? [{ at: frame.at, pcm: frame.pcm.slice(0, kept) }] : []
      })
      audibleAt = audibleAt.filter((each) => each <= at)
      while ((sounds.at(-1)?.startedAt ?? at) > at) sounds.pop()
      const last = sounds.at(-1)
      if (last) last.lastAt = Math.min(last.lastAt, at)
    },
    sounds: (): readonly Sound[] => sounds,
    /** Milliseconds since the agent last sounded; undefined before its first sound; not positive while it sounds. */
    quietMs: () => {
      const last = sounds.at(-1)
      return last && Date.now() - last.lastAt
    },
    /** Instant at which a sound began that is going on now. */
    soundingSince: () => {
      const now = Date.now()
      const last = sounds.findLast(({ startedAt }) => startedAt <= now)
      return last && now - last.lastAt < pauseMs ? last.startedAt : undefined
    },
    /** The first time from `at` on that a running sound stopped for `leastMs` or longer: from when, and when it went on. */
    stopAfter(at: number, leastMs: number): { from: number; to: number } | undefined {
      const index = audibleAt.findIndex((each, i) => each >= at && i > 0 && each - (audibleAt[i - 1] ?? each) >= leastMs)
      const to = audibleAt[index]
      const from = audibleAt[index - 1]
      return from === undefined || to === undefined ? undefined : { from, to }
    },
    /** Everything heard, silence where nothing came. */
    recording: (): Int16Array => {
      const last = frames.at(-1)
      const length = last ? Math.ceil(((last.at - openedAt) * rate) / 1_000) + last.pcm.length + rate : 0
      const all = new Int16Array(Math.max(0, length))
      let cursor = 0
      for (const { at, pcm } of frames) {
        const due = Math.round(((at - openedAt) * rate) / 1_000)
        if (due - cursor > rate / 10) cursor = due
        all.set(pcm.subarray(0, Math.max(0, Math.min(pcm.length, length - cursor))), Math.min(cursor, length))
        cursor += pcm.length
      }
      return all.subarray(0, Math.min(cursor, length))
    },
  }
}
