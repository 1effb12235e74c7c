import { z } from 'zod'
import { dayOf, minutesOf } from './calendar-days.ts'

const date = z.string().refine((text) => dayOf(text) !== undefined, 'This is no date of the calendar.')
const time = z.string().refine((text) => minutesOf(text) !== undefined, 'This is no time of a day.')
const country = z.string().regex(/^[A-Z]{2}$/, 'A country is two capital letters, for example FR.')

const span = z
  .strictObject({ weekdays: z.array(z.int().min(1).max(7)).min(1), from: time, to: time })
  .refine(({ from, to }) => from < to, { error: 'A calling window ends after it begins, on the same day.', path: ['to'] })

/**
 * When a campaign may call: on the clock and the calendar of the contact. Weekdays are ISO (1 is Monday); `to` is the first minute that is
 * closed, `24:00` the end of the day. Several windows on a day are its day-parts.
 */
export const schedule = z
  .strictObject({
    windows: z.array(span).min(1, 'A campaign needs at least one calling window.').max(50),
    firstDate: date.optional(),
    lastDate: date.optional(),
    /** Nobody is called on public holidays of these countries, of the contact's own country, nor on these dates. */
    holidays: z.strictObject({
      countries: z.array(country).max(20).default([]),
      contactCountry: z.boolean().default(true),
      dates: z.array(date).max(500).default([]),
    }),
  })
  .refine(({ firstDate, lastDate }) => !firstDate || !lastDate || firstDate <= lastDate, {
    error: 'The last date is before the first one.',
    path: ['lastDate'],
  })
export type Schedule = z.output<typeof schedule>

export const dayPart = z.enum(['morning', 'afternoon', 'evening'])
export type DayPart = z.output<typeof dayPart>

/** Minutes of the day; together the whole day. */
export const dayParts = { morning: [0, 720], afternoon: [720, 1_020], evening: [1_020, 1_440] } as const satisfies Record<
  DayPart,
  readonly [number, number]
>

export function dayPartAt(minutes: number): DayPart {
  if (minutes < dayParts.morning[1]) return 'morning'
  return minutes < dayParts.afternoon[1] ? 'afternoon' : 'evening'
}
