import { callOutcomes } from '@parley/flow-runtime/call-outcomes'
import { z } from 'zod'
import { dayPart, schedule } from './clock/schedule.ts'

/** How an attempt ended: as calls do, and what comes of dialling. */
export const attemptOutcome = z.enum(callOutcomes)
export type AttemptOutcome = z.output<typeof attemptOutcome>

const minutes = z
  .int()
  .min(1)
  .max(60 * 24 * 60)

/** After an outcome: the delay before each further attempt (the last one is repeated), how many at most, and in which part of the day. */
const retryRule = z.strictObject({
  delaysMinutes: z.array(minutes).min(1).max(20),
  most: z.int().min(1).max(20),
  /** `other`: not the part of the day of the attempt before. */
  dayPart: z.enum(['any', 'other', ...dayPart.options]).default('any'),
})
export type RetryRule = z.output<typeof retryRule>

const limits = z.strictObject({
  concurrentCalls: z.int('Whole calls, at least 1.').min(1, 'A campaign needs at least one call at a time.').max(10_000),
  callsPerSecond: z.number().positive('A campaign needs more than 0 calls per second.').max(500),
  maxCallMinutes: z.number().min(0.5).max(10, 'A call lasts 10 minutes at most.'),
  /** At most so many calls to one number in so many days, in all campaigns of the tenant. */
  frequency: z.strictObject({ calls: z.int().min(1).max(100), days: z.int().min(1).max(365) }).optional(),
})

const share = z.number().gt(0).max(1).optional()
/** A campaign pauses itself when, of so many of its last attempts, at least this share failed, met machines or was hung up on within two seconds. A share left out never counts. */
const pauseWhen = z.strictObject({ attempts: z.int().min(5).max(200), failed: share, machines: share, short: share })

/** Everything a campaign is told, apart from its leads. */
export const campaignSettings = z.strictObject({
  flowId: z.uuid(),
  flowVersionId: z.uuid(),
  connectionId: z.uuid(),
  /** E.164. */
  callerId: z.string().regex(/^\+[1-9]\d{6,14}$/, 'The caller id is a number with its country, for example +33123456789.'),
  /** Of numbers without a country. */
  defaultCountry: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  schedule,
  limits,
  retry: z.strictObject({
    /** Attempts of one lead in all; what the contact wished does not count. */
    mostAttempts: z.int().min(1).max(20),
    after: z.partialRecord(attemptOutcome, retryRule),
  }),
  /** Absent: as usual. */
  pauseWhen: pauseWhen.optional(),
  machines: z.enum(['hangUp', 'leaveMessage', 'talk']),
  consent: z.enum(['required', 'notRefused']),
})
export type CampaignSettings = z.output<typeof campaignSettings>
