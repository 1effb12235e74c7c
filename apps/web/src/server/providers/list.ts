import { describeProviders } from '@parley/db'
import { env } from '../../env.ts'
import { procedure } from '../trpc.ts'
import { supply } from './supply.ts'

/** The tenant's providers in the order in which they are asked, without their keys, and what can be added. */
export const list = procedure.query(async ({ ctx }) => ({
  providers: await describeProviders(ctx.db, ctx.tenantId),
  vendors: supply().vendors,
  mayChange: ctx.role === 'owner',
  hasEmbeddedSpeech: env().SPEECH_SERVER_URL !== undefined,
}))
