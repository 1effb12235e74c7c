import { listImportProblems } from '@parley/db'
import { z } from 'zod'
import { procedure } from '../trpc.ts'

const input = z.object({ importId: z.uuid(), take: z.int().min(1).max(500) })

/** The first rows of a file that became no leads, with the code of why. */
export const refusedRows = procedure
  .input(input)
  .query(({ ctx, input: { importId, take } }) => listImportProblems(ctx.db, ctx.tenantId, importId, { take }))
