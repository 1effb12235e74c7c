import type { CampaignSettings } from '@parley/campaigns/settings'
import { type DraftSpan, faultOfHours, newSpan } from '../numbers/number-draft.ts'
import type { ListedNumber } from '../numbers/telephony-types.ts'
import { readDelays } from './delay-words.ts'

/** Outcomes after which the form lets somebody be called again. */
export const retriedOutcomes = ['noAnswer', 'busy', 'machine', 'silent', 'hungUp', 'failed'] as const
export type RetriedOutcome = (typeof retriedOutcomes)[number]
type DayPart = NonNullable<CampaignSettings['retry']['after'][RetriedOutcome]>['dayPart']
/** `delays`: as they are typed. */
export type RetryDraft = { isOn: boolean; delays: string; most: number; dayPart: DayPart }

/** A campaign while it is typed. Dates and choices not made yet are empty, as fields have them. */
export type CampaignDraft = {
  name: string
  flowId: string
  /** Empty: the newest one. */
  flowVersionId: string
  connectionId: string
  callerId: string
  hours: readonly DraftSpan[]
  firstDate: string
  lastDate: string
  contactCountry: boolean
  countries: readonly string[]
  /** Days on which nobody is called, in order. */
  closedDates: readonly string[]
  concurrentCalls: number
  callsPerSecond: number
  maxCallMinutes: number
  isCapped: boolean
  capCalls: number
  capDays: number
  mostAttempts: number
  after: Record<RetriedOutcome, RetryDraft>
  machines: CampaignSettings['machines']
  consent: CampaignSettings['consent']
}

const off = (delays: string, most = 2): RetryDraft => ({ isOn: false, delays, most, dayPart: 'any' })
const workday = (weekday: number) => [newSpan(weekday, '10:00', '13:00'), newSpan(weekday, '14:00', '19:00')]

/** What a campaign begins with: hours that no country forbids on working days, and patience. */
export const newCampaignDraft = (number: ListedNumber | undefined, flowId: string, day: string): CampaignDraft => ({
  ...{ name: '', flowId, flowVersionId: '', connectionId: number?.connectionId ?? '', callerId: number?.number ?? '' },
  ...{ hours: [1, 2, 3, 4, 5].flatMap(workday), firstDate: '', lastDate: '', contactCountry: true, countries: [], closedDates: [] },
  ...{ concurrentCalls: 2, callsPerSecond: 1, maxCallMinutes: 5, isCapped: true, capCalls: 3, capDays: 7 },
  mostAttempts: 4,
  after: {
    noAnswer: { isOn: true, delays: `4 h, 1 ${day}`, most: 3, dayPart: 'other' },
    busy: { isOn: true, delays: '10 min, 1 h', most: 3, dayPart: 'any' },
    machine: { isOn: true, delays: `1 ${day}`, most: 2, dayPart: 'other' },
    silent: off('1 h', 1),
    hungUp: off(`2 ${day}`, 1),
    failed: { isOn: true, delays: '30 min', most: 1, dayPart: 'any' },
  },
  ...{ machines: 'hangUp', consent: 'notRefused' },
})

/** A stored campaign as it can be changed; `words`: delays as one types them. */
export function campaignDraftOf(name: string, settings: CampaignSettings, words: (delays: readonly number[]) => string): CampaignDraft {
  const { flowId, flowVersionId, connectionId, callerId, schedule, limits, retry, machines, consent } = settings
  const begun = newCampaignDraft(undefined, flowId, '')
  const hours = schedule.windows.flatMap(({ weekdays, from, to }) =>
    weekdays.map((weekday) => newSpan(weekday, from, to === '24:00' ? '00:00' : to)),
  )
  const retryOf = (outcome: RetriedOutcome): RetryDraft => {
    const rule = retry.after[outcome]
    if (!rule) return { ...begun.after[outcome], delays: words([60]), isOn: false }
    return { isOn: true, delays: words(rule.delaysMinutes), most: rule.most, dayPart: rule.dayPart }
  }
  return {
    ...begun,
    ...{ name, flowId, flowVersionId, connectionId, callerId, hours, machines, consent },
    ...{ firstDate: schedule.firstDate ?? '', lastDate: schedule.lastDate ?? '' },
    ...{ contactCountry: schedule.holidays.contactCountry, countries: schedule.holidays.countries },
    closedDates: schedule.holidays.dates,
    ...{ concurrentCalls: limits.concurrentCalls, callsPerSecond: limits.callsPerSecond, maxCallMinutes: limits.maxCallMinutes },
    isCapped: limits.frequency !== undefined,
    ...(limits.frequency ? { capCalls: limits.frequency.calls, capDays: limits.frequency.days } : {}),
    mostAttempts: retry.mostAttempts,
    after: {
      ...{ noAnswer: retryOf('noAnswer'), busy: retryOf('busy'), machine: retryOf('machine') },
      ...{ silent: retryOf('silent'), hungUp: retryOf('hungUp'), failed: retryOf('failed') },
    },
  }
}

/** Sentences of the catalogue about what is wrong, by the part of the form. */
export type CampaignFaults = {
  name?: 'nameMissing'
  hours?: 'hoursFault' | 'hoursMissing' | 'datesWrong'
  limits?: 'limitsWrong' | 'capWrong'
  retries?: 'delaysWrong' | 'retriesWrong'
}

/** What is wrong with a draft; empty when it can be sent. */
export function faultsOf(draft: CampaignDraft): CampaignFaults {
  const hours = faultOfHours({ isAlways: false, hours: draft.hours })
  const isWhole = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most
  const areDatesWrong = draft.firstDate !== '' && draft.lastDate !== '' && draft.firstDate > draft.lastDate
  const areLimitsRight =
    isWhole(draft.concurrentCalls, 10_000) &&
    draft.callsPerSecond > 0 &&
    draft.callsPerSecond <= 500 &&
    draft.maxCallMinutes >= 0.5 &&
    draft.maxCallMinutes <= 10
  const isCapRight = !draft.isCapped || (isWhole(draft.capCalls, 100) && isWhole(draft.capDays, 365))
  const rules = Object.values(draft.after).filter(({ isOn }) => isOn)
  const areRetriesRight = isWhole(draft.mostAttempts, 20) && rules.every(({ most }) => isWhole(most, 20))
  return {
    ...(draft.name.trim() === '' ? { name: 'nameMissing' } : {}),
    ...(hours ? { hours: hours === 'hoursWrong' ? 'hoursFault' : hours } : areDatesWrong ? { hours: 'datesWrong' } : {}),
    ...(areLimitsRight ? (isCapRight ? {} : { limits: 'capWrong' }) : { limits: 'limitsWrong' }),
    ...(rules.some(({ delays }) => !readDelays(delays)) ? { retries: 'delaysWrong' } : areRetriesRight ? {} : { retries: 'retriesWrong' }),
  }
}

/** As the server takes it. `flowVersionId`: the version that speaks. What the form does not show stays as it is stored. */
export function settingsOf(draft: CampaignDraft, flowVersionId: string, stored?: CampaignSettings): CampaignSettings {
  const { flowId, connectionId, callerId, machines, consent, concurrentCalls, callsPerSecond, maxCallMinutes } = draft
  const hidden = Object.entries(stored?.retry.after ?? {}).filter(([outcome]) => !retriedOutcomes.some((shown) => shown === outcome))
  const shown = retriedOutcomes.flatMap((outcome) => {
    const { isOn, delays, most, dayPart } = draft.after[outcome]
    return isOn ? [[outcome, { delaysMinutes: readDelays(delays) ?? [], most, dayPart }] as const] : []
  })
  return {
    ...{ flowId, flowVersionId, connectionId, callerId, machines, consent },
    ...(stored?.defaultCountry ? { defaultCountry: stored.defaultCountry } : {}),
    schedule: {
      windows: windowsOf(draft.hours),
      ...(draft.firstDate ? { firstDate: draft.firstDate } : {}),
      ...(draft.lastDate ? { lastDate: draft.lastDate } : {}),
      holidays: { countries: [...draft.countries], contactCountry: draft.contactCountry, dates: [...draft.closedDates] },
    },
    limits: {
      ...{ concurrentCalls, callsPerSecond, maxCallMinutes },
      ...(draft.isCapped ? { frequency: { calls: draft.capCalls, days: draft.capDays } } : {}),
    },
    retry: { mostAttempts: draft.mostAttempts, after: Object.fromEntries([...hidden, ...shown]) },
  }
}

/** Days with the same hours are one window. */
function windowsOf(hours: readonly DraftSpan[]): CampaignSettings['schedule']['windows'] {
  const windows = new Map<string, { weekdays: number[]; from: string; to: string }>()
  for (const { weekday, opens: from, closes } of hours) {
    const to = closes === '00:00' ? '24:00' : closes
    const key = `${from} ${to}`
    const window = windows.get(key) ?? { weekdays: [], from, to }
    window.weekdays = [...new Set([...window.weekdays, weekday])].sort((a, b) => a - b)
    windows.set(key, window)
  }
  return [...windows.values()]
}
