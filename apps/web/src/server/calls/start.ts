import { createCall, finishCall, getFlow, getFlowVersion, isFlowDeleted, newId, setCallRun } from '@parley/db'
import { z } from 'zod'
import { logger } from '../../logger.ts'
import { AppError } from '../app-error.ts'
import { procedure } from '../trpc.ts'
import { startCallWorkflow } from './start-call-workflow.ts'

const startInput = z.object({ flowId: z.uuid(), channel: z.enum(['browser', 'phone']).default('browser') })

/**
 * Starts a call on the flow's published version; the row exists also when starting fails. A call by telephone waits for its carrier's socket
 * (`connectLine`).
 */
export const start = procedure.input(startInput).mutation(async ({ ctx, input }) => {
  const { db, tenantId } = ctx
  const { channel } = input
  const flow = await getFlow(db, tenantId, input.flowId)
  if (!flow) {
    const isDeleted = await isFlowDeleted(db, tenantId, input.flowId)
    throw new AppError(isDeleted ? 'FLOW_DELETED' : 'FLOW_NOT_FOUND', 'NOT_FOUND')
  }
  if (!flow.publishedVersionId) throw new AppError('FLOW_NOT_PUBLISHED')
  const version = await getFlowVersion(db, tenantId, flow.publishedVersionId)
  if (!version) throw new AppError('FLOW_NOT_PUBLISHED')
  if (!version.document) throw new AppError('VERSION_UNREADABLE')

  const callId = newId()
  const { timeZone, maxCallMs } = version.document.settings
  const facts = { callId, direction: 'inbound', channel, timeZone } as const
  await createCall(db, tenantId, { callId, flowId: flow.id, flowVersionId: version.id, channel, facts })
  try {
    const run = await startCallWorkflow({ tenantId, callId, flowId: flow.id, flowVersionId: version.id, channel, maxCallMs })
    await setCallRun(db, tenantId, callId, run)
  } catch (error) {
    logger().error({ code: 'TEMPORAL_UNREACHABLE', callId, err: error })
    await finishCall(db, tenantId, callId, { outcome: 'failed', failureCode: 'TEMPORAL_UNREACHABLE', turns: 0 })
    throw new AppError('TEMPORAL_UNREACHABLE', 'SERVICE_UNAVAILABLE', error)
  }
  return { callId, versionNumber: version.number }
})
