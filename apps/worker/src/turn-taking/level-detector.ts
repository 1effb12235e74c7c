/** Nothing below this is a voice (16-bit root mean square). */
const leastLevel = 120
const aboveFloor = 4
/** How fast the floor follows louder surroundings: six decibels in about two seconds of windows. */
const rise = 1.012

/**
 * Voice by its loudness over what the line sounds like otherwise: good enough where the provider decides about turns and ours is only needed for
 * their times, at a fraction of the model's cost. Returns 1 or 0 for the loudness of each window's slices.
 */
export function createLevelDetector() {
  let floor = leastLevel / aboveFloor
  return {
    detect(levels: readonly number[]): number {
      const loudest = Math.max(...levels)
      floor = Math.max(1, Math.min(Math.min(...levels), floor * rise))
      return loudest > Math.max(leastLevel, floor * aboveFloor) ? 1 : 0
    },
  }
}
