import { getPublishedVersion } from '@parley/db'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { procedure } from '../trpc.ts'

/** One published version with its document, to be put back into the draft. */
export const version = procedure.input(z.object({ versionId: z.uuid() })).query(async ({ ctx, input }) => {
  const found = await getPublishedVersion(ctx.db, ctx.tenantId, input.versionId)
  if (!found) throw new AppError('VERSION_NOT_FOUND', 'NOT_FOUND')
  if (!found.document) throw new AppError('VERSION_UNREADABLE')
  return found
})
