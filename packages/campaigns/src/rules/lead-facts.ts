import { z } from 'zod'
import { attemptOutcome } from '../settings.ts'

const instant = z.number().int()

/** When the contact asked to be called: an instant, or a time on their own clock (today or later when there is no date). */
export const wish = z.union([z.strictObject({ at: instant }), z.strictObject({ date: z.string().optional(), time: z.string() })])
export type Wish = z.output<typeof wish>

/** One dial of a lead, oldest first. Without an outcome it is still under way. Instants are epoch milliseconds. */
export const attemptFacts = z.object({
  startedAt: instant,
  endedAt: instant.optional(),
  outcome: attemptOutcome.optional(),
  wish: wish.optional(),
})
export type AttemptFacts = z.output<typeof attemptFacts>

export type LeadFacts = {
  /** IANA; several when the number does not tell: all of them must be open. */
  zones: readonly string[]
  /** Two letters. */
  country?: string
}

/** What is known of the number beyond the campaign. */
export type NumberFacts = {
  suppressed: boolean
  consent: 'given' | 'withdrawn' | 'unknown'
  /** Instants of all calls to it, of every campaign of the tenant, this one's attempts included. */
  calls: readonly number[]
}
