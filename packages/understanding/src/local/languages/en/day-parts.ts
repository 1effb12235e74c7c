import type { DayPart } from '../../slots/clock.ts'

export const period = '(am|pm|(?:in the |this )?(?:early )?(?:morning|afternoon|evening)|(?:at |in the )?night|tonight)'
export const trailing = `(?: ${period}\\b)?`
export const hour = '(\\d{1,2})'
export const before = '(?:^|(?<=[ ]))'

/** The part of the day that words matched by `period` name. */
export function partOf(said: string | undefined): DayPart | undefined {
  if (!said) return undefined
  if (/am|morning/.test(said)) return 'morning'
  if (said.includes('afternoon')) return 'afternoon'
  return /\bnight$/.test(said) ? 'night' : 'evening'
}
