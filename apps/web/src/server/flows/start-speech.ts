import { type SpeechInput, speechStartOptions, speechWorkflowType } from '@parley/temporal/contract'
import { logger } from '../../logger.ts'
import { withTemporal } from '../temporal-client.ts'

/** Has everything a published version can say made before anybody calls it; a version without it is called all the same. Returns at once. */
export function startSpeech(input: SpeechInput): void {
  withTemporal((client) => client.workflow.start(speechWorkflowType, speechStartOptions(input))).catch((error: unknown) => {
    logger().warn({ code: 'SPEECH_NOT_PREPARED', flowVersionId: input.flowVersionId, err: error })
  })
}
