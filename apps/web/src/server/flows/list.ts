import { listFlows } from '@parley/db'
import { procedure } from '../trpc.ts'

/** The tenant's flows with a small outline of each (none of one that cannot be read), last changed first. */
export const list = procedure.query(async ({ ctx }) => {
  const flows = await listFlows(ctx.db, ctx.tenantId)
  return flows.map(({ id, name, revision, publishedVersionId, updatedAt, publishedNumber, callsInWeek, document }) => ({
    ...{ id, name, revision, publishedVersionId, updatedAt, publishedNumber, callsInWeek },
    isReadable: document !== null,
    languages: document?.languages ?? [],
    nodes: document?.nodes.map(({ id, type, position }) => ({ id, type, position })) ?? [],
    edges: document?.edges.map(({ id, source, target }) => ({ id, source, target })) ?? [],
  }))
})
