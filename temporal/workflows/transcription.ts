import {
  ActivityFailure,
  ApplicationFailure,
  isCancellation,
  proxyActivities,
  setCurrentDetails,
  TimeoutFailure,
} from '@temporalio/workflow'
import type { TranscriptionActivities, TranscriptionInput, TranscriptionResult } from '../contract.ts'
import { invalidInput } from './call-refusals.ts'
import { areIds } from './checks.ts'

const activities = proxyActivities<TranscriptionActivities>({
  startToCloseTimeout: '12m',
  heartbeatTimeout: '30s',
  // Somebody waits for it on the page of the call: half a minute of tries, not hours.
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '30s', maximumAttempts: 6 },
})

/** Has the recording of a finished call transcribed anew. A failure is a result; what was kept before stays. */
export async function transcriptionWorkflow({ tenantId, callId }: TranscriptionInput): Promise<TranscriptionResult> {
  if (!areIds(tenantId, callId)) throw invalidInput()
  try {
    const { turns } = await activities.transcribeRecording.executeWithOptions({ summary: 'Has the recording heard anew.' }, [
      { tenantId, callId },
    ])
    setCurrentDetails(`The recording is transcribed: ${turns} turns.`)
    return { outcome: 'done', turns }
  } catch (error) {
    if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error
    const failureCode = codeOf(error)
    setCurrentDetails(`The recording is not transcribed: ${failureCode}.`)
    return { outcome: 'failed', failureCode }
  }
}

function codeOf({ cause }: ActivityFailure): string {
  if (cause instanceof ApplicationFailure && cause.type) return cause.type
  return cause instanceof TimeoutFailure ? 'RECOGNITION_TIMEOUT' : 'TRANSCRIPTION_FAILED'
}
