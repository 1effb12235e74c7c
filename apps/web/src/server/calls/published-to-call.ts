import { type Db, getFlow, getFlowVersion, isFlowDeleted } from '@parley/db'
import { AppError } from '../app-error.ts'

/** The published version of a flow, as a call is pinned to it. Throws what keeps the flow from being called. */
export async function publishedToCall(db: Db, tenantId: string, flowId: string) {
  const flow = await getFlow(db, tenantId, flowId)
  if (!flow) {
    const isDeleted = await isFlowDeleted(db, tenantId, flowId)
    throw new AppError(isDeleted ? 'FLOW_DELETED' : 'FLOW_NOT_FOUND', 'NOT_FOUND')
  }
  if (!flow.publishedVersionId) throw new AppError('FLOW_NOT_PUBLISHED')
  const version = await getFlowVersion(db, tenantId, flow.publishedVersionId)
  if (!version) throw new AppError('FLOW_NOT_PUBLISHED')
  if (!version.document) throw new AppError('VERSION_UNREADABLE')
  return version
}
