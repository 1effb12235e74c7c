import { getRecording, recordAudit } from '@parley/db'
import { transcriptionStartOptions, transcriptionWorkflowType } from '@parley/temporal/contract'
import { logger } from '../../logger.ts'
import { AppError } from '../app-error.ts'
import { withTemporal } from '../temporal-client.ts'
import { procedure } from '../trpc.ts'
import { callIdInput } from './call-id-input.ts'
import { canTranscribe } from './can-transcribe.ts'

/** Has the recording of a call transcribed by a vendor, which costs money there; returns at once, `transcriptionStatus` says how it goes. */
export const transcribe = procedure.input(callIdInput).mutation(async ({ ctx, input: { callId } }) => {
  const { db, tenantId, userId } = ctx
  if (!(await getRecording(db, tenantId, callId))) throw new AppError('RECORDING_NOT_FOUND', 'NOT_FOUND')
  if (!(await canTranscribe(db, tenantId))) throw new AppError('TRANSCRIBER_MISSING')
  try {
    await withTemporal((client) => client.workflow.start(transcriptionWorkflowType, transcriptionStartOptions({ tenantId, callId })))
  } catch (error) {
    logger().error({ code: 'TRANSCRIPTION_NOT_BEGUN', callId, err: error })
    throw new AppError('TRANSCRIPTION_NOT_BEGUN', 'SERVICE_UNAVAILABLE', error)
  }
  await recordAudit(db, tenantId, { userId, action: 'call.transcribed', subject: callId })
})
