import { getFirstRun, listFlows } from '@parley/db'
import { isPracticeFlow } from '../../first-run/practice-parts.ts'
import { procedure } from '../trpc.ts'

/** How far the person came on the guided path; null for who has no use for it: viewers, and a workspace that works already. */
export const read = procedure.query(async ({ ctx: { db, tenantId, userId, role } }) => {
  if (role === 'viewer') return null
  const run = await getFirstRun(db, tenantId, userId)
  if (run) {
    const { flowId, heardAt, adaptedAt, publishedAt, leftAt } = run
    return { flowId, heard: heardAt !== null, adapted: adaptedAt !== null, published: publishedAt !== null, left: leftAt !== null }
  }
  // Whether there is more than one is all that matters: a flow page waits for this.
  const flows = await listFlows(db, tenantId, 2)
  const isNew = flows.length === 0 || (flows.length === 1 && flows.every(({ document }) => document && isPracticeFlow(document)))
  return isNew ? { flowId: null, heard: false, adapted: false, published: false, left: false } : null
})
