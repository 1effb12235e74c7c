import { soundRate } from './decode-sound.ts'

const frameBytes = (soundRate / 100) * 4
/** Root mean square (of 32,767) below which 10 ms of a side are silent. */
const silentBelow = 200
/** In frames of 10 ms. */
const longestPause = 100
const keptAtEachEnd = 15

/** Cuts pauses longer than a second to their first and last 150 ms. Takes interleaved 16-bit samples of two sides, cut anywhere. */
export function createPauseTrimmer() {
  let rest: Buffer = Buffer.alloc(0)
  /** The silent frames that were not given yet. */
  let pause: Buffer[] = []
  let cutting = false

  function take(frame: Buffer): Buffer[] {
    if (!isSilent(frame)) return [...end(), frame]
    pause.push(frame)
    if (cutting) {
      pause.shift()
      return []
    }
    if (pause.length <= longestPause) return []
    cutting = true
    const begin = pause.slice(0, keptAtEachEnd)
    pause = pause.slice(-keptAtEachEnd)
    return begin
  }

  /** What is left of the pause, when it is over. */
  function end(): Buffer[] {
    const left = pause
    pause = []
    cutting = false
    return left
  }

  return {
    next(bytes: Buffer): Buffer[] {
      const all = Buffer.concat([rest, bytes])
      const whole = all.length - (all.length % frameBytes)
      rest = all.subarray(whole)
      return Array.from({ length: whole / frameBytes }, (_, at) => all.subarray(at * frameBytes, (at + 1) * frameBytes)).flatMap(take)
    },
    end: () => [...end(), rest],
  }
}

function isSilent(frame: Buffer): boolean {
  const sums = [0, 0]
  for (let at = 0; at < frame.length; at += 2) sums[(at / 2) % 2] = (sums[(at / 2) % 2] ?? 0) + frame.readInt16LE(at) ** 2
  return Math.max(...sums) < silentBelow ** 2 * (frame.length / 4)
}
