/** Decibels above the noise floor at which voice begins and below which it has ended. */
const ONSET_DB = 11
const OFFSET_DB = 7
/** Voice is never assumed below this level (dB of full scale). */
const LEAST_DB = -58
const FLOOR_START_DB = -75
const FLOOR_HIGHEST_DB = -40
/** How fast the floor follows: at once downwards, slowly upwards (dB per frame). */
const FLOOR_RISE_DB = 0.02

/** Level of a frame in dB of full scale. */
function levelDb(frame: Int16Array): number {
  let sum = 0
  for (const sample of frame) sum += sample * sample
  return 10 * Math.log10(sum / Math.max(1, frame.length) / 32_768 ** 2 + 1e-10)
}

/** Tells for every 10 ms frame whether it is voice, by energy over a noise floor that it follows. */
export function createVoiceDetector(): (frame: Int16Array) => boolean {
  let floor = FLOOR_START_DB
  let voiced = false
  return (frame) => {
    const level = levelDb(frame)
    floor = level < floor ? floor + (level - floor) * 0.3 : Math.min(FLOOR_HIGHEST_DB, floor + (voiced ? FLOOR_RISE_DB / 2 : FLOOR_RISE_DB))
    voiced = level > Math.max(LEAST_DB, floor + (voiced ? OFFSET_DB : ONSET_DB))
    return voiced
  }
}
