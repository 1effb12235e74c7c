import { proxyActivities, setCurrentDetails } from '@temporalio/workflow'
import { type SpeechActivities, type SpeechInput, type SpeechResult, speechInput, taskQueues } from '../contract.ts'
import { invalidInput } from './call-refusals.ts'

const speech = proxyActivities<SpeechActivities>({
  taskQueue: taskQueues.speech,
  startToCloseTimeout: '15m',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '2s', backoffCoefficient: 2, maximumAttempts: 5 },
})

/** Makes everything a published version can say before anybody calls it. A call does not need it: what is missing is made when it is said. */
export async function speechWorkflow(raw: SpeechInput): Promise<SpeechResult> {
  const parsed = speechInput.safeParse(raw)
  if (!parsed.success) throw invalidInput()
  const result = await speech.prepareSpeech.executeWithOptions({ summary: 'Speaks every fixed text once.' }, [parsed.data])
  setCurrentDetails(`${result.ready} of ${result.texts} texts are ready.`)
  return result
}
