import { allHandlersFinished, condition, continueAsNew, setCurrentDetails, sleep, workflowInfo } from '@temporalio/workflow'
import type { CampaignInput, CampaignState } from '../contract.ts'
import { invalidInput } from './call-refusals.ts'
import { reconcileAttempts, setCampaignStatus, takeAttempts } from './campaign-activities.ts'
import { handleCampaignMessages } from './campaign-messages.ts'
import { isCampaignInput } from './checks.ts'

const defaultLongestHistory = 8_000
/** How often lost attempts are looked for, and leads whose time is not known better. */
const lookAgainMs = 60_000
/** A decision takes well under a millisecond, its record some; the activity stays short. */
const mostAtOnce = 100

/**
 * A campaign: keeps as many attempts in flight as it may, until no lead waits. Attempts are workflows of their own, started by the activity that decides on them, and
 * report back, so a new run of this one waits for none of them.
 */
export async function campaignWorkflow(input: CampaignInput): Promise<CampaignState> {
  if (!isCampaignInput(input)) throw invalidInput()
  const { carried, longestHistory, concurrentCalls: atFirst, ...ids } = input
  let concurrentCalls = atFirst
  const { tenantId, campaignId } = ids
  const inFlight = new Set(carried?.inFlight)
  const state: CampaignState = {
    status: carried?.paused ? 'paused' : 'running',
    started: 0,
    outcomes: {},
    ...carried?.progress,
    inFlight: inFlight.size,
  }
  let isNews = true
  /** Attempts that were over before it was known here that they were begun. */
  const early = new Map<string, string>()
  const over = (attemptId: string, outcome: string) => {
    isNews = true
    if (!inFlight.delete(attemptId)) {
      early.set(attemptId, outcome)
      return
    }
    state.inFlight = inFlight.size
    state.outcomes[outcome] = (state.outcomes[outcome] ?? 0) + 1
  }
  const begin = (attemptIds: readonly string[]) => {
    for (const attemptId of attemptIds) {
      if (inFlight.has(attemptId)) continue
      inFlight.add(attemptId)
      state.started += 1
      const outcome = early.get(attemptId)
      if (outcome !== undefined) over(attemptId, outcome)
    }
    state.inFlight = inFlight.size
  }
  const current = () => state.status
  handleCampaignMessages({
    state,
    over,
    news: () => {
      isNews = true
    },
    note: (status) => setCampaignStatus({ tenantId, campaignId, status }),
  })

  const reconcile = async () => {
    early.clear()
    const { over: ended, begun } = await reconcileAttempts({ ...ids, inFlight: [...inFlight], carriesOn: current() === 'running' })
    for (const { attemptId, outcome } of ended) over(attemptId, outcome)
    begin(begun)
    return Date.now()
  }

  let reconciledAt = await reconcile()
  while (current() !== 'stopped') {
    let waitMs = lookAgainMs
    if (current() === 'running' && inFlight.size < concurrentCalls) {
      isNews = false
      const most = Math.min(mostAtOnce, concurrentCalls - inFlight.size)
      const { begun, nextAt, paused, ...told } = await takeAttempts({ ...ids, most })
      concurrentCalls = told.concurrentCalls ?? concurrentCalls
      begin(begun)
      // What has happened since may have been somebody who resumed it.
      if (paused && !isNews && current() === 'running') state.status = 'paused'
      setCurrentDetails(`${state.started} attempts begun, ${inFlight.size} under way.`)
      if (nextAt === null && inFlight.size === 0 && !isNews && current() === 'running') {
        state.status = 'finished'
        break
      }
      // Where no line is left, only the end of an attempt is worth another look.
      if (nextAt !== null && inFlight.size < concurrentCalls) waitMs = Math.max(50, Math.min(lookAgainMs, nextAt - Date.now()))
    }
    const isReady = () => current() === 'stopped' || (isNews && current() === 'running' && inFlight.size < concurrentCalls)
    if (workflowInfo().continueAsNewSuggested || workflowInfo().historyLength > (longestHistory ?? defaultLongestHistory)) {
      // A task that ends a run is done anew when something has come meanwhile; what was begun within it would then be unknown.
      await sleep(1)
      await condition(allHandlersFinished)
      const { status, inFlight: _, ...progress } = state
      if (status !== 'stopped') {
        await continueAsNew<typeof campaignWorkflow>({
          ...ids,
          concurrentCalls,
          longestHistory,
          carried: { paused: status === 'paused', inFlight: [...inFlight], progress },
        })
      }
    }
    await condition(isReady, waitMs)
    if (Date.now() - reconciledAt >= lookAgainMs && current() !== 'stopped') reconciledAt = await reconcile()
  }
  await setCampaignStatus({ tenantId, campaignId, status: state.status })
  await condition(allHandlersFinished)
  setCurrentDetails(`The campaign is ${state.status}: ${state.started} attempts.`)
  return state
}
