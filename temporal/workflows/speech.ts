import { proxyActivities, setCurrentDetails } from '@temporalio/workflow'
import type { SpeechActivities, SpeechInput, SpeechResult } from '../contract.ts'
import { taskQueues } from '../names.ts'
import { invalidInput } from './call-refusals.ts'
import { areIds } from './checks.ts'

const speech = proxyActivities<SpeechActivities>({
  taskQueue: taskQueues.speech,
  startToCloseTimeout: '15m',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '2s', backoffCoefficient: 2, maximumAttempts: 5 },
})

/** Makes everything a published version can say before anybody calls it. A call does not need it: what is missing is made when it is said. */
export async function speechWorkflow({ tenantId, flowVersionId }: SpeechInput): Promise<SpeechResult> {
  if (!areIds(tenantId, flowVersionId)) throw invalidInput()
  const result = await speech.prepareSpeech.executeWithOptions({ summary: 'Speaks every fixed text once.' }, [{ tenantId, flowVersionId }])
  setCurrentDetails(`${result.ready} of ${result.texts} texts are ready.`)
  return result
}
