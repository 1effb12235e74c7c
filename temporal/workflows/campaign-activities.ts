import { ActivityCancellationType, isCancellation, proxyActivities, proxyLocalActivities } from '@temporalio/workflow'
import type { AttemptActivities, CampaignActivities } from '../contract.ts'

/** Tried until the database answers. */
const records = proxyActivities<Omit<CampaignActivities, 'takeAttempts'>>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '10s' },
})

/**
 * What is done soon runs within the workflow's task: it costs the server nothing but that task. A process that dies meanwhile, or a carrier that does not answer, has
 * claimed the dial in the database.
 */
const atOnce = proxyLocalActivities<Pick<AttemptActivities, 'placeAttempt'>>({
  startToCloseTimeout: '15s',
  summary: 'Takes a line and has the carrier dial.',
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
  retry: { maximumAttempts: 1 },
})
const noting = proxyLocalActivities<Pick<CampaignActivities, 'takeAttempts'>>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '10s' },
})
const ending = proxyLocalActivities<Pick<AttemptActivities, 'finishAttempt'>>({
  startToCloseTimeout: '30s',
  summary: 'Has the carrier end the line and notes how the call ended.',
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '10s' },
})

/** Waits for a line as long as it takes: the activity itself gives up when the window closes or the campaign does not run. */
const dials = proxyActivities<Pick<AttemptActivities, 'placeAttempt'>>({
  startToCloseTimeout: '1m',
  // Whoever hangs up has to know what the carrier answered.
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
  retry: { initialInterval: '300ms', backoffCoefficient: 1 },
})

export const takeAttempts: CampaignActivities['takeAttempts'] = (input) => noting.takeAttempts(input)

export const reconcileAttempts: CampaignActivities['reconcileAttempts'] = (input) =>
  records.reconcileAttempts.executeWithOptions({ summary: 'Looks for attempts that were lost.' }, [input])

export const setCampaignStatus: CampaignActivities['setCampaignStatus'] = (input) =>
  records.setCampaignStatus.executeWithOptions({ summary: `Notes that the campaign is ${input.status}.` }, [input])

/** Asks once on the way; whoever finds no line waits for one. */
export const placeAttempt: AttemptActivities['placeAttempt'] = async (input) => {
  try {
    return await atOnce.placeAttempt(input)
  } catch (error) {
    if (isCancellation(error)) throw error
    return dials.placeAttempt.executeWithOptions({ summary: 'Waits for a line.' }, [input])
  }
}

export const finishAttempt: AttemptActivities['finishAttempt'] = (input) => ending.finishAttempt(input)
