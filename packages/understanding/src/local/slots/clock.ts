/** A clock time in minutes after midnight; `daysLater` when it counts from now ("in an hour") and so says the day too. */
export type TimeValue = { minutes: number; daysLater?: number }
export type DayPart = 'morning' | 'afternoon' | 'evening' | 'night'
/** Reads an hour and minutes with the part of the day said beside them, if any. `minutes` may be negative ("ten to"). */
export type Clock = (
  hours: number,
  minutes: number,
  part: DayPart | undefined,
  confidence: number,
) => { value: TimeValue; confidence: number } | undefined

const opensAt = 7 * 60
const halfDay = 12 * 60

/** A clock for one utterance; `general` is a part of the day said somewhere in it, which counts where it fits the hour. */
export function createClock(general: DayPart | undefined): Clock {
  return (hours, minutes, own, confidence) => {
    const part = own ?? (general && fits(hours, minutes, general) ? general : undefined)
    const value = minutesOf(hours, minutes, part)
    if (value === undefined) return undefined
    return { value: { minutes: value }, confidence: confidence > 0.7 && (part || hours > 12) ? Math.max(confidence, 0.92) : confidence }
  }
}

/** A time that counts from now. */
export function timeFromNow(nowMinutes: number, later: number): TimeValue {
  const sum = nowMinutes + later
  return { minutes: sum % 1440, daysLater: Math.floor(sum / 1440) }
}

/** Minutes after midnight; without a part of the day, the reading between 7:00 and 18:59. */
function minutesOf(hours: number, minutes: number, part: DayPart | undefined): number | undefined {
  if (hours > 23 || minutes > 59) return undefined
  if (hours > 12 || (hours === 0 && minutes >= 0)) return hours * 60 + minutes
  const onDial = ((((hours % 12) * 60 + minutes) % halfDay) + halfDay) % halfDay
  if (!part) return onDial < opensAt ? onDial + halfDay : onDial
  if (part === 'morning') return onDial
  if (part === 'night' && onDial < 5 * 60) return onDial
  return onDial + halfDay
}

/** Whether a part of the day said elsewhere in the utterance can belong to this hour ("tomorrow morning … at three" is 15:00). */
function fits(hours: number, minutes: number, part: DayPart): boolean {
  const value = minutesOf(hours, minutes, part)
  if (value === undefined) return false
  if (part === 'morning') return value >= 5 * 60
  return part === 'afternoon' ? value < 19 * 60 : true
}
