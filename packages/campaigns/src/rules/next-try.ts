import { type DayPart, dayPartAt, dayPart as dayPartNames } from '../clock/schedule.ts'
import { dayMs, zoneClock } from '../clock/zone-clock.ts'
import type { CampaignSettings, RetryRule } from '../settings.ts'
import type { AttemptFacts, LeadFacts } from './lead-facts.ts'
import { wishedAt } from './wished-at.ts'

export type TryReason = 'firstCall' | 'retry' | 'wish'
/** `notBefore`: epoch milliseconds. `parts`: the parts of the day to choose from; absent: any. */
export type NextTry =
  | { again: true; reason: TryReason; notBefore: number; parts?: readonly DayPart[] }
  | { again: false; reason: 'reached' | 'noRetry' | 'attemptsUsed' }

/** A contact who puts the call off again and again is asked no more. */
const mostWishes = 5

/** Whether and from when on a lead is tried again, by what became of its attempts (oldest first, all of them over). Knows no windows. */
export function nextTry(lead: LeadFacts, attempts: readonly AttemptFacts[], retry: CampaignSettings['retry'], now: number): NextTry {
  const last = attempts.at(-1)
  if (!last) return { again: true, reason: 'firstCall', notBefore: now }
  const endedAt = last.endedAt ?? last.startedAt
  if (last.wish && attempts.filter((one) => one.wish).length <= mostWishes) {
    const at = wishedAt(last.wish, endedAt, lead.zones)
    if (at !== undefined) return { again: true, reason: 'wish', notBefore: at }
  }
  if (last.outcome === 'completed' || last.outcome === 'transferred') return { again: false, reason: 'reached' }
  const rule = last.outcome && retry.after[last.outcome]
  if (!rule) return { again: false, reason: 'noRetry' }
  const before = attempts.filter(({ outcome }) => outcome === last.outcome).length
  const wished = attempts.filter((_, index) => attempts[index - 1]?.wish).length
  const counted = attempts.length - Math.min(wished, mostWishes)
  if (before > rule.most || counted >= retry.mostAttempts) return { again: false, reason: 'attemptsUsed' }
  const delay = rule.delaysMinutes[before - 1] ?? rule.delaysMinutes.at(-1) ?? 0
  return { again: true, reason: 'retry', notBefore: endedAt + delay * 60_000, parts: partsOf(rule, last.startedAt, lead.zones) }
}

function partsOf(rule: RetryRule, at: number, zones: readonly string[]): readonly DayPart[] | undefined {
  if (rule.dayPart === 'any') return undefined
  if (rule.dayPart !== 'other') return [rule.dayPart]
  const used = zones.flatMap((zone) => {
    const clock = zoneClock(zone)
    return clock ? [dayPartAt(Math.floor(((((at + clock.offsetAt(at)) % dayMs) + dayMs) % dayMs) / 60_000))] : []
  })
  return dayPartNames.options.filter((part) => !used.includes(part))
}
