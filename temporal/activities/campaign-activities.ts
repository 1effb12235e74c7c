import { setTimeout as delay } from 'node:timers/promises'
import { type CampaignSettings, type Decision, decide, isTrouble, readCalendar } from '@parley/campaigns'
import { publicHolidays } from '@parley/campaigns/holidays'
import {
  attemptOutcomes,
  type CampaignStatus,
  type Db,
  type DecidedLead,
  dueLeads,
  endAttempt,
  findCampaignLine,
  finishAttempt,
  getCampaign,
  keepDecisions,
  nextDueAt,
  openAttempts,
  placeAttempt,
  queueAttempts,
  setCampaignStatus,
  watchAttempts,
  withdrawAttempt,
} from '@parley/db'
import { ApplicationFailure } from '@temporalio/activity'
import type { Logger } from 'pino'
import {
  type AttemptActivities,
  type AttemptInput,
  type CampaignActivities,
  callGraceMs,
  type LineActivities,
  type LineOfCall,
} from '../contract.ts'
import type { Begun } from './begin-attempts.ts'
import { failing } from './failing.ts'
import { askToDial } from './lines/ask-to-dial.ts'
import type { CarrierFor } from './lines/line-carrier.ts'

const notCarriedOn = 'The campaign could not be carried on'
/** A lead that is not called costs a decision only. */
const decisionsForOne = 5
const lineMarginMs = 180_000
const ringMs = 30_000
/** How long a campaign waits whose connection is off or whose number is gone. */
const noLineYetMs = 10_000
/** Most carriers confirm the end of a line at once; whoever takes longer is asked again with patience. */
const endLineWithinMs = 3_000

export type CampaignDeps = {
  db: Db
  logger: Logger
  /** How many calls the media processes hold together. */
  capacity(): Promise<number>
  /** Signals a campaign; one that is over is no failure. */
  report(campaignId: string, over: { attemptId: string; outcome: string }): Promise<void>
  /** Starts the workflow of an attempt, once. */
  begin(attempt: AttemptInput): Promise<Begun>
  carrierFor: CarrierFor
  /** Has the carrier end a line. */
  endLine: LineActivities['endLine']
}

const longestCallMs = ({ maxCallMinutes }: CampaignSettings['limits']) => Math.round(maxCallMinutes * 60_000)
const unreadable = () => ApplicationFailure.nonRetryable('The campaign cannot be read.', 'CAMPAIGN_UNREADABLE')

/** What campaigns and attempts do in this process. */
export function createCampaignActivities({
  db,
  logger,
  capacity,
  report,
  begin,
  carrierFor,
  endLine,
}: CampaignDeps): CampaignActivities & AttemptActivities {
  const settingsOf = async (tenantId: string, campaignId: string) => {
    const campaign = await getCampaign(db, tenantId, campaignId)
    if (!campaign?.settings) throw unreadable()
    return { status: campaign.status, settings: campaign.settings }
  }

  async function isEndedAtOnce(line: LineOfCall): Promise<boolean> {
    const timer = new AbortController()
    const ended = endLine(line).then(
      () => true,
      () => false,
    )
    const late = delay(endLineWithinMs, false, { signal: timer.signal }).catch(() => false)
    return Promise.race([ended, late]).finally(() => timer.abort())
  }

  return {
    takeAttempts: ({ tenantId, campaignId, flowId, most }) =>
      failing(logger, campaignId, notCarriedOn, async () => {
        const { status, settings } = await settingsOf(tenantId, campaignId)
        if (status !== 'running') return { begun: [], nextAt: null, ...(status === 'paused' ? { paused: true } : {}) }
        if (!(await findCampaignLine(db, tenantId, settings))) {
          logger.warn({ campaignId, code: 'CAMPAIGN_WITHOUT_LINE' }, 'a campaign waits for its connection and its number')
          return { begun: [], nextAt: Date.now() + noLineYetMs }
        }
        const calendar = readCalendar(settings.schedule, publicHolidays)
        const calls: DecidedLead<Extract<Decision, { decision: 'call' }>>[] = []
        const others: DecidedLead<Exclude<Decision, { decision: 'call' }>>[] = []
        // More than may be dialled in a second would only wait for their turn, and ask for it again and again.
        const mostNow = Math.min(most, Math.ceil(settings.limits.callsPerSecond))
        for (const { id: leadId, ...lead } of await dueLeads(db, tenantId, campaignId, new Date(), mostNow * decisionsForOne)) {
          if (calls.length >= mostNow) break
          const decision = decide({ ...lead, settings, calendar }, Date.now())
          if (decision.decision === 'call') calls.push({ leadId, decision })
          else others.push({ leadId, decision })
        }
        await keepDecisions(db, tenantId, others)
        const taken = await queueAttempts(db, tenantId, campaignId, calls)
        await Promise.all(taken.map((attempt) => begin({ tenantId, campaignId, flowId, ...attempt })))
        const begun = taken.map(({ attemptId }) => attemptId)
        const { concurrentCalls } = settings.limits
        // There may be more of them, when there is a line or a second has gone by.
        if (calls.length === mostNow) return { begun, nextAt: Date.now() + (mostNow < most ? 1_000 : 0), concurrentCalls }
        return { begun, nextAt: (await nextDueAt(db, tenantId, campaignId))?.getTime() ?? null, concurrentCalls }
      }),

    reconcileAttempts: ({ tenantId, campaignId, flowId, inFlight, carriesOn }) =>
      failing(logger, campaignId, notCarriedOn, async () => {
        const { settings } = await settingsOf(tenantId, campaignId)
        const lostBefore = Date.now() - settings.limits.maxCallMinutes * 60_000 - lineMarginMs
        const open = await openAttempts(db, tenantId, campaignId)
        const lost = open.filter(({ dialledAt }) => dialledAt && dialledAt.getTime() < lostBefore)
        for (const { attemptId } of lost) await endAttempt(db, tenantId, attemptId, { outcome: 'failed', failureCode: 'ATTEMPT_LOST' })
        const alive = new Set(open.filter((one) => !lost.includes(one)).map(({ attemptId }) => attemptId))
        const begun: string[] = []
        for (const { dialledAt, ...attempt } of carriesOn ? open : []) {
          const { attemptId } = attempt
          if (dialledAt || !alive.has(attemptId)) continue
          const begins = await begin({ tenantId, campaignId, flowId, ...attempt })
          if (begins === 'running') begun.push(attemptId)
          // Its workflow was ended before it dialled: the lead is decided about again.
          else if (await withdrawAttempt(db, tenantId, attemptId)) alive.delete(attemptId)
        }
        const over = inFlight.filter((attemptId) => !alive.has(attemptId))
        const outcomes = await attemptOutcomes(db, tenantId, over)
        return { over: over.map((attemptId) => ({ attemptId, outcome: outcomes.get(attemptId) ?? 'withdrawn' })), begun }
      }),

    setCampaignStatus: ({ tenantId, campaignId, status }) =>
      failing(logger, campaignId, notCarriedOn, async () => {
        await setCampaignStatus(db, tenantId, campaignId, status satisfies CampaignStatus)
      }),

    async placeAttempt({ tenantId, campaignId, attemptId }) {
      const placement = await failing(logger, attemptId, notCarriedOn, async () => {
        const all = await capacity()
        return placeAttempt(db, tenantId, attemptId, ({ limits }, carrier) => ({
          campaign: limits.concurrentCalls,
          tenant: all,
          connection: carrier.maxCalls,
          all,
          campaignPerSecond: limits.callsPerSecond,
          connectionPerSecond: carrier.callsPerSecond,
          lifetimeMs: longestCallMs(limits) + lineMarginMs,
        }))
      })
      switch (placement.state) {
        case 'placed': {
          const { dial, settings } = placement
          const maxCallMs = longestCallMs(settings.limits)
          const how = { ringMs, maxCallMs: maxCallMs + callGraceMs, detectMachine: settings.machines !== 'talk' }
          const claimed = { ...dial, lineId: dial.callId }
          const dialled = await failing(logger, dial.callId, notCarriedOn, () =>
            askToDial({ db, logger, carrierFor }, tenantId, claimed, how),
          )
          return { ringMs, maxCallMs, dialled }
        }
        case 'claimed':
          return { ringMs, maxCallMs: longestCallMs(placement.settings.limits), dialled: { outcome: 'unknown' } }
        case 'over':
        case 'not':
          await failing(logger, attemptId, notCarriedOn, async () => {
            await withdrawAttempt(db, tenantId, attemptId)
            await report(campaignId, { attemptId, outcome: 'withdrawn' })
          })
          return null
        case 'unreadable':
          throw unreadable()
        case 'noLine': {
          const { reason, retryMs } = placement
          throw ApplicationFailure.create({
            message: 'There is no free line.',
            type: 'NO_LINE',
            details: [reason],
            nextRetryDelay: retryMs,
          })
        }
      }
    },

    finishAttempt: ({ tenantId, campaignId, attemptId, callId, hasLine, result: { outcome, failureCode, turns, durationMs } }) =>
      failing(logger, attemptId, notCarriedOn, async () => {
        if (hasLine && callId !== undefined && !(await isEndedAtOnce({ tenantId, callId }))) return false
        if (callId === undefined) await endAttempt(db, tenantId, attemptId, { outcome, failureCode })
        else await finishAttempt(db, tenantId, { attemptId, callId, outcome, failureCode, turns })
        const trip = isTrouble({ outcome, failureCode, talkMs: durationMs }) ? await watchAttempts(db, tenantId, campaignId) : undefined
        if (trip) logger.warn({ code: trip.code, campaigns: trip.campaignIds }, 'campaigns paused themselves')
        for (const told of new Set([campaignId, ...(trip?.campaignIds ?? [])])) await report(told, { attemptId, outcome })
        return true
      }),
  }
}
