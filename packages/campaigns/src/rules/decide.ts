import type { Calendar } from '../clock/calendar.ts'
import { type ClosedReason, mayCallAt, nextWindow } from '../clock/windows.ts'
import { dayMs } from '../clock/zone-clock.ts'
import type { CampaignSettings } from '../settings.ts'
import type { AttemptFacts, LeadFacts, NumberFacts } from './lead-facts.ts'
import { type NextTry, nextTry, type TryReason } from './next-try.ts'
import { localTime } from './wished-at.ts'

export type WaitReason = ClosedReason | 'attemptUnderWay' | 'retryDelay' | 'wishedTime' | 'frequencyCap' | 'dayPart'
export type LeadOutcome = 'reached' | 'notReached' | 'doNotCall' | 'notCallable'
type FinishReason = ClosedReason | 'suppressed' | 'consentMissing' | 'consentWithdrawn' | 'reached' | 'noRetry' | 'attemptsUsed'

/** What the decision was made from, for whoever asks later. Zones and times, no names or numbers. */
type Seen = { at: number; local: Record<string, string>; attempts: number }

/** Plain data, stored with the attempt. Instants are epoch milliseconds. */
export type Decision =
  | { decision: 'call'; reason: TryReason; attempt: number; openUntil: number; seen: Seen }
  | { decision: 'wait'; reason: WaitReason; until: number; seen: Seen }
  | { decision: 'finished'; outcome: LeadOutcome; reason: FinishReason; seen: Seen }

export type DecideInput = {
  lead: LeadFacts
  /** Oldest first. */
  attempts: readonly AttemptFacts[]
  settings: Pick<CampaignSettings, 'limits' | 'retry' | 'consent'>
  calendar: Calendar
  number: NumberFacts
}

/** A dial whose end nobody told is looked into this long after its longest call would be over. */
const endMarginMs = 120_000

/** Whether a lead is called now, when to ask again, or that it is done with. Never calls when in doubt. */
export function decide({ lead, attempts, settings, calendar, number }: DecideInput, now: number): Decision {
  const local = Object.fromEntries(lead.zones.slice(0, 4).map((zone) => [zone, localTime(now, zone) ?? 'unknown']))
  const seen = { at: now, local, attempts: attempts.length }
  const finished = (outcome: LeadOutcome, reason: FinishReason): Decision => ({ decision: 'finished', outcome, reason, seen })
  const wait = (reason: WaitReason, until: number): Decision => ({ decision: 'wait', reason, until, seen })

  const running = attempts.find(({ outcome }) => outcome === undefined)
  if (running) {
    const overdue = running.startedAt + settings.limits.maxCallMinutes * 60_000 + endMarginMs
    return wait('attemptUnderWay', overdue > now ? overdue : now + endMarginMs)
  }
  const next = nextTry(lead, attempts, settings.retry, now)
  if (!next.again && next.reason === 'reached') return finished('reached', 'reached')
  if (number.suppressed) return finished('doNotCall', 'suppressed')
  if (number.consent === 'withdrawn') return finished('doNotCall', 'consentWithdrawn')
  if (settings.consent === 'required' && number.consent !== 'given') return finished('notCallable', 'consentMissing')
  if (!next.again) return finished('notReached', next.reason)

  const capEndsAt = next.reason === 'wish' ? now : afterCap(number.calls, settings.limits.frequency, Math.max(now, next.notBefore))
  const earliest = Math.max(now, next.notBefore, capEndsAt)
  const window = windowOf(earliest, lead, calendar, next)
  if (!window) {
    const state = mayCallAt(earliest, lead, calendar)
    return finished(attempts.length > 0 ? 'notReached' : 'notCallable', state.open ? 'noCommonWindow' : state.reason)
  }
  if (window.from <= now) return { decision: 'call', reason: next.reason, attempt: attempts.length + 1, openUntil: window.to, seen }
  return wait(reasonToWait(now, next, capEndsAt, lead, calendar), window.from)
}

/** The first window from an instant on, in the wanted parts of the day; in any when those never open. */
function windowOf(at: number, lead: LeadFacts, calendar: Calendar, { parts }: Extract<NextTry, { again: true }>) {
  const wanted = parts?.flatMap((part) => nextWindow(at, lead, calendar, part) ?? []).sort((a, b) => a.from - b.from)[0]
  return wanted ?? nextWindow(at, lead, calendar)
}

function reasonToWait(
  now: number,
  next: Extract<NextTry, { again: true }>,
  capEndsAt: number,
  lead: LeadFacts,
  calendar: Calendar,
): WaitReason {
  if (capEndsAt > Math.max(now, next.notBefore)) return 'frequencyCap'
  if (next.notBefore > now) return next.reason === 'wish' ? 'wishedTime' : 'retryDelay'
  const state = mayCallAt(now, lead, calendar)
  return state.open ? 'dayPart' : state.reason
}

/** The first instant from `at` on at which another call keeps the frequency cap. */
function afterCap(calls: readonly number[], cap: CampaignSettings['limits']['frequency'], at: number): number {
  if (!cap) return at
  const windowMs = cap.days * dayMs
  const counted = calls.filter((call) => call > at - windowMs).sort((a, b) => a - b)
  const blocking = counted[counted.length - cap.calls]
  return blocking === undefined ? at : blocking + windowMs
}
