import { createFlow } from '@parley/db'
import { readFlow } from '@parley/flow-runtime'
import { z } from 'zod'
import { preferences } from '../../i18n/server-locale.ts'
import { editorProcedure } from '../trpc.ts'

/** File name without its endings, where the document has no name of its own. */
const input = z.object({ text: z.string(), fileName: z.string().max(255) })

/** A new flow from the text of a file, read strictly; or every place that is wrong, in the reader's language. */
export const importProcedure = editorProcedure.input(input).mutation(async ({ ctx, input }) => {
  const { locale } = await preferences()
  const read = readFlow(input.text, { strict: true, locale })
  if (!read.ok) return { ok: false as const, problems: read.problems }
  const name = (read.flow.name.trim() || input.fileName.replace(/(\.flow)?\.json$/i, '') || 'Flow').slice(0, 80)
  const { id } = await createFlow(ctx.db, ctx.tenantId, { name, document: read.flow })
  return { ok: true as const, flowId: id }
})
