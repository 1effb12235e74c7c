import { getRecording } from '@parley/db'
import { transcriptionResult, transcriptionWorkflowId } from '@parley/temporal/contract'
import { AppError } from '../app-error.ts'
import { withTemporal } from '../temporal-client.ts'
import { procedure } from '../trpc.ts'
import { callIdInput } from './call-id-input.ts'
import { canTranscribe } from './can-transcribe.ts'

export type TranscriptionStatus = { status: 'idle' | 'running' | 'done' } | { status: 'failed'; failureCode: string }

/**
 * Whether the recording of a call can be transcribed, and how the last time went. `idle`: never, or Temporal does not know (any more); what was kept
 * is part of the call all the same.
 */
export const transcriptionStatus = procedure.input(callIdInput).query(async ({ ctx, input: { callId } }) => {
  const { db, tenantId } = ctx
  if (!(await getRecording(db, tenantId, callId))) throw new AppError('RECORDING_NOT_FOUND', 'NOT_FOUND')
  const [isAvailable, last] = await Promise.all([
    canTranscribe(db, tenantId),
    lastRun(callId).catch((): TranscriptionStatus => ({ status: 'idle' })),
  ])
  return { isAvailable, ...last }
})

function lastRun(callId: string): Promise<TranscriptionStatus> {
  return withTemporal(async (client) => {
    const run = client.workflow.getHandle(transcriptionWorkflowId(callId))
    const { status } = await run.describe()
    if (status.name === 'RUNNING') return { status: 'running' }
    if (status.name !== 'COMPLETED') return { status: 'failed', failureCode: 'TRANSCRIPTION_FAILED' }
    const result = transcriptionResult.parse(await run.result())
    return result.outcome === 'done' ? { status: 'done' } : { status: 'failed', failureCode: result.failureCode }
  })
}
