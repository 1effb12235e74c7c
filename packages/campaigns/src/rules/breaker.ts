import type { AttemptOutcome, CampaignSettings } from '../settings.ts'

/** An attempt that is over. `talkMs`: from the answer to the end; absent when nobody answered. */
export type EndedAttempt = { outcome: AttemptOutcome; failureCode?: string; talkMs?: number }

/** Why somebody should look before more calls are made. */
export const tripCode = ['CAMPAIGN_MANY_FAILURES', 'CAMPAIGN_MANY_MACHINES', 'CAMPAIGN_SHORT_CALLS', 'CONNECTION_MANY_FAILURES'] as const
export type TripCode = (typeof tripCode)[number]

/** An answer shorter than this was no conversation. */
export const shortTalkMs = 2_000
/** What campaigns pause themselves at that are told nothing else. */
export const usualPauseWhen: NonNullable<CampaignSettings['pauseWhen']> = { attempts: 20, failed: 0.6, machines: 0.9, short: 0.6 }
/** A connection stops for everybody: only when hardly a call gets through. */
export const connectionPauseWhen = { attempts: 20, failed: 0.8 }

/** Nobody's trouble: the number was put on the do-not-call list in the last moment, or the attempt was called off. */
const harmless = ['NUMBER_SUPPRESSED', 'DIAL_NOT_BEGUN']
const isFailure = ({ outcome, failureCode }: EndedAttempt) => outcome === 'failed' && !harmless.includes(failureCode ?? '')
/** The carrier or the way to it, not the number that was called. */
const isOfConnection = (ended: EndedAttempt) =>
  isFailure(ended) && /^(CARRIER|DIAL|LINE)_/.test(ended.failureCode ?? '') && ended.failureCode !== 'CARRIER_NUMBER_INVALID'
const isMachine = ({ outcome }: EndedAttempt) => outcome === 'machine'
/** Who hangs up at once has not heard what the call is about. */
const isShort = ({ outcome, talkMs }: EndedAttempt) => outcome === 'hungUp' && talkMs !== undefined && talkMs < shortTalkMs

/** Whether an end may trip a breaker at all; of any other nothing needs to be counted. */
export const isTrouble = (ended: EndedAttempt): boolean => isFailure(ended) || isMachine(ended) || isShort(ended)

/**
 * Whether a campaign pauses itself, judged from its last ended attempts (the newest first): undefined as long as there are fewer than the window, or as each
 * share stays below its limit.
 */
export function campaignTrip(newestFirst: readonly EndedAttempt[], pauseWhen = usualPauseWhen): TripCode | undefined {
  const { attempts, failed, machines, short } = pauseWhen
  const reaches = reached(newestFirst, attempts)
  if (reaches(isFailure, failed)) return 'CAMPAIGN_MANY_FAILURES'
  if (reaches(isMachine, machines)) return 'CAMPAIGN_MANY_MACHINES'
  return reaches(isShort, short) ? 'CAMPAIGN_SHORT_CALLS' : undefined
}

/** As `campaignTrip`, from the last ended attempts of all campaigns that use a connection: whether hardly one came through it. */
export function connectionTrip(newestFirst: readonly EndedAttempt[]): TripCode | undefined {
  const { attempts, failed } = connectionPauseWhen
  return reached(newestFirst, attempts)(isOfConnection, failed) ? 'CONNECTION_MANY_FAILURES' : undefined
}

function reached(newestFirst: readonly EndedAttempt[], attempts: number) {
  const window = newestFirst.slice(0, attempts)
  return (is: (one: EndedAttempt) => boolean, share: number | undefined) =>
    share !== undefined && window.length === attempts && window.filter(is).length >= share * attempts
}
