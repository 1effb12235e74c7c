/** A clock time in minutes after midnight; `daysLater` when it counts from now ("in an hour") and so says the day too. */
export type TimeValue = { minutes: number; daysLater?: number }
/** Reads an hour and minutes with the part of the day said beside them, if any. */
export type Clock = (
  hours: number,
  minutes: number,
  period: string | undefined,
  confidence: number,
) => { value: TimeValue; confidence: number } | undefined

export const period = '(am|pm|(?:in the |this )?(?:early )?(?:morning|afternoon|evening)|(?:at |in the )?night|tonight)'
export const trailing = `(?: ${period}\\b)?`
export const hour = '(\\d{1,2})'
export const before = '(?:^|(?<=[ ]))'

const opensAt = 7 * 60
const halfDay = 12 * 60

/** Minutes after midnight; without a part of the day, the reading between 7:00 and 18:59. `minutes` may be negative ("ten to"). */
export function minutesOf(hours: number, minutes: number, period: string | undefined): number | undefined {
  if (hours > 23 || minutes > 59) return undefined
  if (hours > 12 || (hours === 0 && minutes >= 0)) return hours * 60 + minutes
  const onDial = ((((hours % 12) * 60 + minutes) % halfDay) + halfDay) % halfDay
  if (!period) return onDial < opensAt ? onDial + halfDay : onDial
  if (/am|morning/.test(period)) return onDial
  if (/night$/.test(period) && onDial < 5 * 60 && period !== 'tonight') return onDial
  return onDial + halfDay
}

/** Whether a part of the day said elsewhere in the utterance can belong to this hour ("tomorrow morning … at three" is 15:00). */
export function fitsPeriod(hours: number, minutes: number, period: string): boolean {
  const value = minutesOf(hours, minutes, period)
  if (value === undefined) return false
  if (/am|morning/.test(period)) return value >= 5 * 60
  return period.includes('afternoon') ? value < 19 * 60 : true
}
