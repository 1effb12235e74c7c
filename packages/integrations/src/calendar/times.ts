/** Free times of a calendar that is given as data: without a database, for calls that are only played. */
export { availableTimes, isOpen } from './available-times.ts'
export { isoWithOffset, wallClockAt } from './zoned-time.ts'
