import { getCall, getFlowVersion, readJournal, recordAudit } from '@parley/db'
import { scenarioFromJournal } from '@parley/flow-runtime/scenarios'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { editorProcedure } from '../trpc.ts'
import { callIdInput } from './call-id-input.ts'

const input = callIdInput.extend({ name: z.string().trim().min(1).max(120) })

/** A past call as a scenario. It holds what the caller said, so who asked is recorded first. */
export const makeScenario = editorProcedure.input(input).mutation(async ({ ctx, input: { callId, name } }) => {
  const { db, tenantId, userId } = ctx
  const call = await getCall(db, tenantId, callId)
  if (!call) throw new AppError('CALL_NOT_FOUND', 'NOT_FOUND')
  const version = await getFlowVersion(db, tenantId, call.flowVersionId)
  if (!version?.document) throw new AppError('VERSION_UNREADABLE')
  await recordAudit(db, tenantId, { userId, action: 'call.scenarioMade', subject: callId })
  const made = scenarioFromJournal(version.document, await readJournal(db, tenantId, callId), name)
  if (!made.ok) throw new AppError('CALL_NOT_REPEATABLE')
  return { flowId: call.flowId, scenario: made.scenario }
})
