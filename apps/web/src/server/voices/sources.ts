import { procedure } from '../trpc.ts'
import { voiceSources } from './voice-sources.ts'

/** Who has voices, in the order in which calls ask. */
export const sources = procedure.query(({ ctx }) => voiceSources(ctx.db, ctx.tenantId))
