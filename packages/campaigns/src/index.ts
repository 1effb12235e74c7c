export { type Calendar, type HolidaysOf, readCalendar } from './clock/calendar.ts'
export { type Schedule, schedule } from './clock/schedule.ts'
export { type ClosedReason, type MayCall, mayCallAt, nextWindow, type Place } from './clock/windows.ts'
export { type NormalisedPhone, normalisePhone, type PhoneProblem } from './phone/normalise-phone.ts'
export {
  campaignTrip,
  connectionPauseWhen,
  connectionTrip,
  type EndedAttempt,
  isTrouble,
  type TripCode,
  tripCode,
  usualPauseWhen,
} from './rules/breaker.ts'
export { type DecideInput, type Decision, decide, type LeadOutcome, type WaitReason } from './rules/decide.ts'
export { type AttemptFacts, attemptFacts, type LeadFacts, type NumberFacts, type Wish, wish } from './rules/lead-facts.ts'
export { type Preview, preview } from './rules/preview.ts'
export { localTime } from './rules/wished-at.ts'
export { type AttemptOutcome, attemptOutcome, type CampaignSettings, campaignSettings } from './settings.ts'
