import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common'
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  ParentClosePolicy,
  setCurrentDetails,
  startChild,
  workflowInfo,
} from '@temporalio/workflow'
import {
  attemptStartOptions,
  attemptWorkflowType,
  type CampaignInput,
  type CampaignState,
  campaignInput,
  type TakenAttempts,
} from '../contract.ts'
import { invalidInput } from './call-refusals.ts'
import { reconcileAttempts, setCampaignStatus, takeAttempts } from './campaign-activities.ts'
import { handleCampaignMessages } from './campaign-messages.ts'

const defaultLongestHistory = 8_000
/** How often lost attempts are looked for, and leads whose time is not known better. */
const lookAgainMs = 60_000
/** A decision takes well under a millisecond, its record some; the activity stays short. */
const mostAtOnce = 100

/**
 * A campaign: keeps as many attempts in flight as it may, until no lead waits. Attempts are workflows of their own and report back, so a new run of this
 * one waits for none of them.
 */
export async function campaignWorkflow(raw: CampaignInput): Promise<CampaignState> {
  const parsed = campaignInput.safeParse(raw)
  if (!parsed.success) throw invalidInput()
  const { carried, longestHistory, concurrentCalls: atFirst, ...ids } = parsed.data
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
  const over = (attemptId: string, outcome: string) => {
    isNews = true
    if (!inFlight.delete(attemptId)) return
    state.inFlight = inFlight.size
    state.outcomes[outcome] = (state.outcomes[outcome] ?? 0) + 1
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

  const start = async (attempt: TakenAttempts['attempts'][number]) => {
    inFlight.add(attempt.attemptId)
    state.inFlight = inFlight.size
    state.started += 1
    try {
      await startChild(attemptWorkflowType, {
        ...attemptStartOptions({ ...ids, ...attempt }),
        parentClosePolicy: ParentClosePolicy.ABANDON,
      })
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error
      over(attempt.attemptId, 'withdrawn')
    }
  }

  const reconcile = async () => {
    const { over: ended, orphans } = await reconcileAttempts({ tenantId, campaignId, inFlight: [...inFlight] })
    for (const { attemptId, outcome } of ended) over(attemptId, outcome)
    if (current() === 'running') await Promise.all(orphans.filter(({ attemptId }) => !inFlight.has(attemptId)).map(start))
    return Date.now()
  }

  let reconciledAt = await reconcile()
  while (current() !== 'stopped') {
    let waitMs = lookAgainMs
    if (current() === 'running' && inFlight.size < concurrentCalls) {
      isNews = false
      const most = Math.min(mostAtOnce, concurrentCalls - inFlight.size)
      const { attempts, nextAt, paused, ...told } = await takeAttempts({ tenantId, campaignId, most })
      concurrentCalls = told.concurrentCalls ?? concurrentCalls
      await Promise.all(attempts.map(start))
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
