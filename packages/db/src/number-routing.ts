import { z } from 'zod'

const hours = z.object({
  /** ISO: 1 is Monday, 7 is Sunday. */
  weekday: z.number().int().min(1).max(7),
  opens: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** Later than `opens`; `24:00` is the end of the day. */
  closes: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/),
})

/** How those who call a number are led: `hours` (in the tenant's time zone; none: always) and another flow outside of them. */
export const numberRouting = z.object({
  hours: z
    .array(hours.refine(({ opens, closes }) => opens < closes))
    .max(50)
    .default([]),
  /** Outside of the hours; none: callers are told busy. */
  outsideFlowId: z.uuid().optional(),
  /** The call begins in it where the flow speaks it. */
  language: z.enum(['en', 'fr']).optional(),
})
export type NumberRouting = z.output<typeof numberRouting>
