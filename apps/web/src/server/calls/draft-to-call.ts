import { type Db, isFlowDeleted, keepDraft } from '@parley/db'
import { readFlow } from '@parley/flow-runtime'
import { AppError } from '../app-error.ts'
import { startSpeech } from '../flows/start-speech.ts'
import { forgetTried } from './forget-tried.ts'

/**
 * A draft, kept so that a test call can be pinned to it; what it says is made in the background while the call begins. Throws what keeps it from
 * being called.
 */
export async function draftToCall(db: Db, tenantId: string, flowId: string, draft: unknown, by: { userId: string }) {
  const read = readFlow(draft, { unknownNodes: 'kept' })
  if (!read.ok) throw new AppError('DRAFT_HAS_PROBLEMS')
  const kept = await keepDraft(db, tenantId, flowId, read.flow, by)
  if (!kept.ok && kept.code === 'FLOW_HAS_PROBLEMS') throw new AppError('DRAFT_HAS_PROBLEMS')
  if (!kept.ok) throw new AppError((await isFlowDeleted(db, tenantId, flowId)) ? 'FLOW_DELETED' : 'FLOW_NOT_FOUND', 'NOT_FOUND')
  if (kept.version.number === null) {
    startSpeech({ tenantId, flowVersionId: kept.version.id })
    forgetTried(db, tenantId, flowId)
  }
  return { ...kept.version, document: read.flow }
}
